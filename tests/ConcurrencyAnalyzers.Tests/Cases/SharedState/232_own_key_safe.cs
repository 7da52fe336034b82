// The nearest safe twins: a lock on what the key leads to, an atomic count, a key that each run has to itself.
using System.Collections.Concurrent;

namespace Cases.S232;

public sealed class Tally
{
    public int Hits;
    public int Misses;
}

public sealed class Tallies
{
    private readonly ConcurrentDictionary<string, Tally> _tallies = new();
    private readonly ConcurrentDictionary<int, List<int>> _rows = new();

    public void Hit(string page)
    {
        var tally = _tallies.GetOrAdd(page, _ => new Tally());
        Interlocked.Increment(ref tally.Hits);
    }

    public void Miss(string page)
    {
        var tally = _tallies.GetOrAdd(page, _ => new Tally());
        lock (tally)
        {
            tally.Misses++;
        }
    }

    public void Fill(int count) => Parallel.For(0, count, row =>
    {
        var cells = _rows.GetOrAdd(row, _ => []);
        cells.Add(row);
        cells.Add(row * row);
    });
}
