// A walk that waits for each item goes on beside whoever called it: two of them meet in what they count.
using System.Collections.Generic;
using System.Threading.Tasks;

namespace WalksThatWait;

public interface IBuoy
{
    IAsyncEnumerable<double> HeightsAsync();
}

public sealed class WaveStatistics
{
    private int _waves;
    private double _highest;

    public async Task<double> MeasureAsync(IBuoy east, IBuoy west)
    {
        var first = ReadAsync(east);
        var second = ReadAsync(west);
        await first;
        await second;
        return _waves == 0 ? 0 : _highest;
    }

    private async Task ReadAsync(IBuoy buoy)
    {
        await foreach (var height in buoy.HeightsAsync().ConfigureAwait(false))
        {
            _waves++; // expect: RACE#1
            if (height > _highest) // expect: RACE?
                _highest = height; // expect: RACE#2
        }
    }
}
