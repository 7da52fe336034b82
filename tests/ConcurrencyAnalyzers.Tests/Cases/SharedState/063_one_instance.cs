// All tasks use the one counter object.
namespace Cases.S063;

public sealed class WordCounter
{
    private readonly Dictionary<string, int> _counts = [];
    private int _words;

    public int Words => _words;

    public void Read(string text)
    {
        foreach (var word in text.Split(' '))
        {
            _counts[word] = _counts.GetValueOrDefault(word) + 1; // expect: RACE
            _words++; // expect: RACE
        }
    }
}

public static class Library
{
    public static async Task<int> CountAsync(string[] books)
    {
        var counter = new WordCounter();
        var tasks = books.Select(book => Task.Run(() => counter.Read(book)));
        await Task.WhenAll(tasks);
        return counter.Words;
    }
}
