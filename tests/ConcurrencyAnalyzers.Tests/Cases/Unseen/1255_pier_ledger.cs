using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Docks.Unloading;

public sealed record PierOptions(int Cranes);

public interface ICrane
{
    Task<double> UnloadAsync(string container);
}

public sealed class PierLedger
{
    private readonly ICrane _crane;
    private readonly SemaphoreSlim _entry;
    private readonly Dictionary<string, double> _tonnes = new();
    private double _total;

    public PierLedger(ICrane crane, PierOptions options)
    {
        _crane = crane;
        _entry = new SemaphoreSlim(options.Cranes, options.Cranes);
    }

    public double Total => _total;

    public async Task UnloadAsync(string owner, string container)
    {
        await _entry.WaitAsync().ConfigureAwait(false);
        try
        {
            var tonnes = await _crane.UnloadAsync(container).ConfigureAwait(false);
            _tonnes[owner] = _tonnes.GetValueOrDefault(owner) + tonnes; // expect: RACE#1
            _total += tonnes; // expect: RACE#1
        }
        finally
        {
            _entry.Release();
        }
    }
}

public static class PierShift
{
    public static async Task<double> RunAsync(ICrane crane, IEnumerable<(string Owner, string Container)> manifest)
    {
        var ledger = new PierLedger(crane, new PierOptions(Cranes: 3));
        var jobs = new List<Task>();
        foreach (var (owner, container) in manifest)
        {
            jobs.Add(ledger.UnloadAsync(owner, container));
        }
        await Task.WhenAll(jobs);
        return ledger.Total;
    }
}
