// CONC1001: a dictionary is filled from parallel iterations
namespace Stress;

public sealed class WordCount
{
    private readonly Dictionary<string, int> _counts = [];

    public void Read(string[] words)
    {
        Parallel.ForEach(words, word =>
        {
            _counts.TryGetValue(word, out var count);
            _counts[word] = Window.Open(count) + 1;
        });
    }

    public static int Run()
    {
        var words = Enumerable.Range(0, 200_000).Select(i => "word" + i % 5_000).ToArray();
        return Rounds.Play(() =>
        {
            var counter = new WordCount();
            counter.Read(words);
            return counter._counts.Count == 5_000 && counter._counts.Values.All(count => count == 40);
        });
    }
}
