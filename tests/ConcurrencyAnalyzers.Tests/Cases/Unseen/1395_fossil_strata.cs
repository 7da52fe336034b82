// Sorts fossils into the strata they were found in, with several preparators at once. difficulty: hard
using System.Collections.Concurrent;

namespace Cabinet.C1395;

public sealed record FossilFind(int Stratum, string Genus);

public sealed class StrataChart
{
    private readonly ConcurrentDictionary<int, SortedSet<string>> _genera = new();

    public async Task ChartAsync(IEnumerable<FossilFind> finds)
    {
        await Parallel.ForEachAsync(finds, (find, _) =>
        {
            _genera.AddOrUpdate(
                find.Stratum,
                _ => [find.Genus],
                (_, genera) =>
                {
                    genera.Add(find.Genus); // expect: RACE
                    return genera;
                });
            return ValueTask.CompletedTask;
        });
    }

    public int Variety(int stratum) => _genera.TryGetValue(stratum, out var genera) ? genera.Count : 0; // expect: RACE?
}
