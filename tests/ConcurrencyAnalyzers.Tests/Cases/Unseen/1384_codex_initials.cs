// Counts with which letters the lines of a codex begin, in parallel partitions. difficulty: hard
namespace Cabinet.C1384;

public static class CodexInitials
{
    public static IReadOnlyDictionary<char, int> Count(IEnumerable<string> lines)
    {
        return lines
            .AsParallel()
            .Where(line => line.Length > 0)
            .Aggregate(
                new Dictionary<char, int>(), // expect: RACE?
                (counts, line) =>
                {
                    char initial = char.ToUpperInvariant(line[0]);
                    counts[initial] = counts.GetValueOrDefault(initial) + 1; // expect: RACE
                    return counts;
                },
                (all, part) => // expect: RACE?
                {
                    foreach (var (initial, count) in part) // expect: RACE?
                    {
                        all[initial] = all.GetValueOrDefault(initial) + count; // expect: RACE?
                    }
                    return all;
                },
                counts => counts);
    }
}
