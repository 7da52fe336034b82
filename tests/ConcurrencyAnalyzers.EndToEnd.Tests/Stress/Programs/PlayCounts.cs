// CONC1004: an entry of a concurrent dictionary is read and written back
using System.Collections.Concurrent;

namespace Stress;

public sealed class PlayCounts
{
    private readonly ConcurrentDictionary<int, int> _plays = new();

    public void Played(int song)
    {
        _plays[song] = _plays[song] + 1;
    }

    public static int Run() => Rounds.Play(() =>
    {
        var counts = new PlayCounts();
        for (var song = 0; song < 4; song++)
            counts._plays[song] = 0;
        Parallel.For(0, 200_000, i => counts.Played(i % 4));
        return counts._plays.Values.Sum() == 200_000;
    });
}
