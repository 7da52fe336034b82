// TryUpdate writes only over the value that was read, and the loop tries again.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S014;

public sealed class WordCount
{
    public static IReadOnlyDictionary<string, int> Count(IEnumerable<string> words)
    {
        var counts = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(words, word =>
        {
            while (true)
            {
                if (counts.TryAdd(word, 1))
                    break;
                var seen = counts[word];
                if (counts.TryUpdate(word, seen + 1, seen))
                    break;
            }
        });
        counts["total"] = counts.Values.Sum();
        counts["total"] = counts["total"] + 1;
        return counts;
    }
}
