using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PGrainBinsSafe;

public interface IBinStore
{
    Task<long> ReadAsync(string bin);
}

public sealed class SlowBinStore : IBinStore
{
    public async Task<long> ReadAsync(string bin)
    {
        await Task.Delay(bin.Length);
        return bin.Length * 1000L;
    }
}

public sealed class GrainBin
{
    private long _kilos;

    public GrainBin(long kilos) => _kilos = kilos;

    public long Deposit(long kilos) => Interlocked.Add(ref _kilos, kilos);
}

public sealed class ElevatorDesk
{
    private readonly TaskFactory _turns = new(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);
    private readonly Dictionary<string, Task<GrainBin>> _bins = new();
    private readonly IBinStore _store;

    public ElevatorDesk(IBinStore store) => _store = store;

    public Task<long> DepositAsync(string name, long kilos)
        => _turns.StartNew(() => DepositTurnAsync(name, kilos)).Unwrap();

    private async Task<long> DepositTurnAsync(string name, long kilos)
    {
        var bin = await ActivateAsync(name);
        return bin.Deposit(kilos);
    }

    private Task<GrainBin> ActivateAsync(string name)
    {
        if (!_bins.TryGetValue(name, out var bin))
        {
            bin = LoadAsync(name);
            _bins[name] = bin;
        }
        return bin;
    }

    private async Task<GrainBin> LoadAsync(string name)
    {
        var kilos = await _store.ReadAsync(name);
        return new GrainBin(kilos);
    }
}

public static class HarvestDay
{
    public static async Task<long> RunAsync(int trucks)
    {
        var desk = new ElevatorDesk(new SlowBinStore());
        var unloading = new List<Task<long>>();
        for (int t = 0; t < trucks; t++)
        {
            unloading.Add(desk.DepositAsync(t % 2 == 0 ? "barley" : "durum", 500));
        }
        await Task.WhenAll(unloading);
        return await desk.DepositAsync("barley", 0);
    }
}
