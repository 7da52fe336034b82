// AddOrUpdate with pure delegates retries until its result is stored: every word is counted. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U946;

public sealed class WordFrequencies
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);

    public string? MostFrequent(IEnumerable<string> lines)
    {
        Parallel.ForEach(lines, line =>
        {
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                _counts.AddOrUpdate(word, 1, (_, count) => count + 1);
            }
        });
        return _counts.OrderByDescending(c => c.Value).Select(c => c.Key).FirstOrDefault();
    }
}
