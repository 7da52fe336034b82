// The local function reads the captured section when the task runs; by then the loop may have come to another section. difficulty: hard
namespace Cases.U379;

public sealed class SectionUpload(Func<string, string, int> upload)
{
    public async Task<int> SendAsync(IEnumerable<string> lines)
    {
        var section = "header";
        var pending = new List<Task<int>>();
        foreach (var line in lines)
        {
            if (line.StartsWith('['))
            {
                section = line.Trim('[', ']'); // expect: CAPTURE#1, RACE?
                continue;
            }
            pending.Add(Task.Run(() => Upload(line))); // expect: CAPTURE#1, RACE?
        }
        return (await Task.WhenAll(pending)).Sum();

        int Upload(string entry) => upload(section, entry); // expect: CAPTURE#1, RACE?
    }
}
