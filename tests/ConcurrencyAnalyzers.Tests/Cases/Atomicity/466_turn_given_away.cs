using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace TurnGivenAway;

public sealed class Bin
{
    private long _kilos;

    public long Add(long kilos) => _kilos += kilos;
}

public sealed class Desk(Func<string, Task<long>> read)
{
    private readonly TaskFactory _turns = new(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);
    private readonly Dictionary<string, Bin> _bins = new();

    public Task<long> DepositAsync(string name, long kilos) => _turns.StartNew(() => TurnAsync(name, kilos)).Unwrap();

    private async Task<long> TurnAsync(string name, long kilos)
    {
        if (!_bins.TryGetValue(name, out var bin))
        {
            bin = new Bin();
            bin.Add(await read(name));
            _bins[name] = bin; // expect: CHECK_THEN_ACT
        }

        return bin.Add(kilos);
    }
}

public static class Day
{
    public static Task RunAsync(Desk desk) => Task.WhenAll(desk.DepositAsync("rye", 1), desk.DepositAsync("rye", 2), desk.DepositAsync("oats", 3));
}
