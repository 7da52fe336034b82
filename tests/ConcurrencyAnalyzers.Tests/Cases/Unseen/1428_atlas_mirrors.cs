// Fetches a sheet of an atlas from a mirror; when the answer is slow, the next mirror is asked as well and the first answer wins. difficulty: medium
namespace Cabinet.C1428;

public sealed class AtlasMirrors(IReadOnlyList<string> mirrors, Func<string, string, byte[]> download)
{
    public async Task<byte[]> FetchAsync(string sheet, TimeSpan patience)
    {
        var answers = new List<Task<byte[]>>();
        int mirror = 0;
        while (mirror < mirrors.Count)
        {
            answers.Add(Task.Run(() => download(mirrors[mirror], sheet))); // expect: CAPTURE, RACE?
            mirror++; // expect: CAPTURE?, RACE?
            var first = await Task.WhenAny(Task.WhenAny(answers), Task.Delay(patience));
            if (first is Task<Task<byte[]>> answered)
            {
                return await answered.Result;
            }
        }
        return await await Task.WhenAny(answers);
    }
}
