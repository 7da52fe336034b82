// Adding is atomic, counting on is not.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S013;

public sealed class WordCount
{
    public static IReadOnlyDictionary<string, int> Count(IEnumerable<string> words)
    {
        var counts = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(words, word =>
        {
            if (!counts.TryAdd(word, 1))
            {
                counts[word] = counts[word] + 1; // expect: CHECK_THEN_ACT
            }
        });
        return counts;
    }
}
