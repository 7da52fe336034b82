using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace TurnKeptSafe;

public sealed class Bin
{
    private long _kilos;

    public long Add(long kilos) => _kilos += kilos;
}

// Looks again when its turn comes back.
public sealed class LooksAgain(Func<string, Task<long>> read)
{
    private readonly TaskFactory _turns = new(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);
    private readonly Dictionary<string, Bin> _bins = new();

    public Task<long> DepositAsync(string name, long kilos) => _turns.StartNew(() => TurnAsync(name, kilos)).Unwrap();

    private async Task<long> TurnAsync(string name, long kilos)
    {
        if (_bins.TryGetValue(name, out var bin))
            return bin.Add(kilos);
        var before = await read(name);
        if (!_bins.TryGetValue(name, out bin))
        {
            bin = new Bin();
            bin.Add(before);
            _bins[name] = bin;
        }

        return bin.Add(kilos);
    }
}

// Done within one turn.
public sealed class AtOnce(Func<string, long> read)
{
    private readonly TaskFactory _turns = new(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);
    private readonly Dictionary<string, Bin> _bins = new();

    public Task<long> DepositAsync(string name, long kilos) => _turns.StartNew(() => Turn(name, kilos));

    private long Turn(string name, long kilos)
    {
        if (!_bins.TryGetValue(name, out var bin))
        {
            bin = new Bin();
            bin.Add(read(name));
            _bins[name] = bin;
        }

        return bin.Add(kilos);
    }
}

public static class Day
{
    public static Task RunAsync(LooksAgain desk, AtOnce other) => Task.WhenAll(desk.DepositAsync("rye", 1), desk.DepositAsync("rye", 2), other.DepositAsync("oats", 3));
}
