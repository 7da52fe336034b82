// Each task has its own counter object.
namespace Cases.S062;

public sealed class WordCounter
{
    private readonly Dictionary<string, int> _counts = [];
    private int _words;

    public int Words => _words;

    public void Read(string text)
    {
        foreach (var word in text.Split(' '))
        {
            _counts[word] = _counts.GetValueOrDefault(word) + 1;
            _words++;
        }
    }
}

public static class Library
{
    public static async Task<int> CountAsync(string[] books)
    {
        var tasks = books.Select(book => Task.Run(() =>
        {
            var counter = new WordCounter();
            counter.Read(book);
            return counter;
        }));
        var counters = await Task.WhenAll(tasks);
        return counters.Sum(c => c.Words);
    }
}
