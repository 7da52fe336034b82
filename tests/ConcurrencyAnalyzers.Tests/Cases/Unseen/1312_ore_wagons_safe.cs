using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace POreWagonsSafe;

public sealed class OreScale
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(15);
    private readonly SemaphoreSlim _plate = new(1);
    private readonly List<int> _slips = new();
    private long _total;

    public long Total => _total;

    public int Slips => _slips.Count;

    public async Task WeighAsync(int wagon)
    {
        if (!await _plate.WaitAsync(Patience).ConfigureAwait(false))
        {
            return;
        }
        try
        {
            var kilos = await SettleAsync(wagon).ConfigureAwait(false);
            _slips.Add(kilos);
            _total += kilos;
        }
        finally
        {
            _plate.Release();
        }
    }

    private static async Task<int> SettleAsync(int wagon)
    {
        await Task.Delay(5 + wagon % 4).ConfigureAwait(false);
        return 20_000 + wagon * 13 % 900;
    }
}

public static class OreTrain
{
    public static async Task<(long Total, int Slips)> ArriveAsync(int wagons)
    {
        var scale = new OreScale();
        await Task.WhenAll(Enumerable.Range(1, wagons).Select(w => scale.WeighAsync(w)));
        return (scale.Total, scale.Slips);
    }
}
