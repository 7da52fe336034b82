// WhenAny gives one finished task at a time, and its list is taken over only after it has ended. difficulty: medium
namespace Cases.U556;

public sealed class FullTextSearch
{
    private int _finished;

    public async Task<List<string>> FindAsync(IEnumerable<string> folders, string word)
    {
        var hits = new List<string>();
        var running = folders.Select(folder => Task.Run(() => Scan(folder, word))).ToList();
        while (running.Count > 0)
        {
            var done = await Task.WhenAny(running);
            running.Remove(done);
            hits.AddRange(await done);
            _finished++;
        }
        hits.Add($"{_finished} folders");
        return hits;
    }

    private static List<string> Scan(string folder, string word)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (File.ReadAllText(file).Contains(word))
            {
                found.Add(file);
            }
        }
        return found;
    }
}
