using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Docks.Stowage;

public sealed record QuayOptions(int Gantries);

public interface IGantry
{
    Task<double> StowAsync(string container);
}

public sealed class QuayLedger
{
    private readonly IGantry _gantry;
    private readonly SemaphoreSlim _entry;
    private readonly SemaphoreSlim _book = new(1);
    private readonly Dictionary<string, double> _tonnes = new();
    private double _total;

    public QuayLedger(IGantry gantry, QuayOptions options)
    {
        _gantry = gantry;
        _entry = new SemaphoreSlim(options.Gantries, options.Gantries);
    }

    public double Total => _total;

    public async Task StowAsync(string owner, string container)
    {
        double tonnes;
        await _entry.WaitAsync().ConfigureAwait(false);
        try
        {
            tonnes = await _gantry.StowAsync(container).ConfigureAwait(false);
        }
        finally
        {
            _entry.Release();
        }
        await _book.WaitAsync().ConfigureAwait(false);
        try
        {
            _tonnes[owner] = _tonnes.GetValueOrDefault(owner) + tonnes;
            _total += tonnes;
        }
        finally
        {
            _book.Release();
        }
    }
}

public static class QuayShift
{
    public static async Task<double> RunAsync(IGantry gantry, IEnumerable<(string Owner, string Container)> manifest)
    {
        var ledger = new QuayLedger(gantry, new QuayOptions(Gantries: 3));
        var jobs = new List<Task>();
        foreach (var (owner, container) in manifest)
        {
            jobs.Add(ledger.StowAsync(owner, container));
        }
        await Task.WhenAll(jobs);
        return ledger.Total;
    }
}
