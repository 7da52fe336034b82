// Each thread counts in its own dictionary from ThreadLocal; the same helper merges them after the loop has ended. difficulty: medium
namespace Cases.U819;

public static class WordHistogram
{
    public static Dictionary<string, int> Count(IEnumerable<string> files, Func<string, IEnumerable<string>> wordsOf)
    {
        using var counts = new ThreadLocal<Dictionary<string, int>>(() => [], trackAllValues: true);
        Parallel.ForEach(files, file =>
        {
            foreach (string word in wordsOf(file))
            {
                Add(counts.Value!, word, 1);
            }
        });

        var merged = new Dictionary<string, int>();
        foreach (Dictionary<string, int> part in counts.Values)
        {
            foreach ((string word, int count) in part)
            {
                Add(merged, word, count);
            }
        }
        return merged;
    }

    private static void Add(Dictionary<string, int> counts, string word, int count) =>
        counts[word] = counts.GetValueOrDefault(word) + count;
}
