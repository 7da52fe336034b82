// WhenAny returns at the deadline while the search still runs and adds hits to the list that is being read. difficulty: hard
namespace Cases.U555;

public sealed class FullTextSearch(IEnumerable<string> files)
{
    private readonly List<string> _hits = [];

    public async Task<string> FindAsync(string word, TimeSpan limit)
    {
        var search = Task.Run(() => Scan(word)); // expect: MISSING_AWAIT?
        await Task.WhenAny(search, Task.Delay(limit)); // expect: MISSING_AWAIT?
        _hits.Sort(); // expect: RACE#1
        return string.Join(Environment.NewLine, _hits); // expect: RACE#1
    }

    private void Scan(string word)
    {
        foreach (var file in files)
        {
            if (File.ReadAllText(file).Contains(word))
            {
                _hits.Add(file); // expect: RACE#1
            }
        }
    }
}
