// Walks that wait for each item: one after the other, or each with a count of its own.
using System.Collections.Generic;
using System.Threading.Tasks;

namespace WalksOneByOne;

public interface ITideGauge
{
    IAsyncEnumerable<double> LevelsAsync();
}

public sealed class TideStatistics
{
    private int _levels;
    private double _highest;

    public async Task<double> MeasureAsync(ITideGauge east, ITideGauge west)
    {
        await ReadAsync(east);
        await ReadAsync(west);
        return _levels == 0 ? 0 : _highest;
    }

    private async Task ReadAsync(ITideGauge gauge)
    {
        await foreach (var level in gauge.LevelsAsync().ConfigureAwait(false))
        {
            _levels++;
            if (level > _highest)
                _highest = level;
        }
    }

    public static async Task<int> CountAsync(ITideGauge east, ITideGauge west)
    {
        var first = OwnCountAsync(east);
        var second = OwnCountAsync(west);
        return await first + await second;
    }

    private static async Task<int> OwnCountAsync(ITideGauge gauge)
    {
        var levels = 0;
        await foreach (var level in gauge.LevelsAsync())
            levels += level > 0 ? 1 : 0;
        return levels;
    }
}
