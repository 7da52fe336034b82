// Counts the gusts of a weather mast by direction; a timer publishes the rose every ten minutes and starts again at zero. difficulty: hard
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1545;

public sealed class WindRose : IAsyncDisposable
{
    private readonly int[] _sectors = new int[16];
    private readonly Action<int[]> _publish;
    private readonly Timer _rotation;

    public WindRose(Action<int[]> publish, TimeSpan period)
    {
        _publish = publish;
        _rotation = new Timer(_ => Rotate(), null, period, period);
    }

    public void Gust(double degrees)
    {
        int sector = (int)Math.Floor(degrees / 22.5) & 15;
        Interlocked.Increment(ref _sectors[sector]);
    }

    private void Rotate()
    {
        var counts = new int[_sectors.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = Interlocked.Exchange(ref _sectors[i], 0);
        }
        _publish(counts);
    }

    public async ValueTask DisposeAsync()
    {
        await _rotation.DisposeAsync();
        Rotate();
    }
}

public static class MastDay
{
    public static async Task RunAsync(IEnumerable<double> gusts, Action<int[]> publish)
    {
        await using var rose = new WindRose(publish, TimeSpan.FromMinutes(10));
        await Parallel.ForEachAsync(gusts, (gust, _) =>
        {
            rose.Gust(gust);
            return ValueTask.CompletedTask;
        });
    }
}
