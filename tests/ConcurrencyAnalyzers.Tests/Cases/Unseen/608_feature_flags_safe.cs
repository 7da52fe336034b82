// One refresh loop owns the working table and publishes immutable snapshots of it to all readers.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U608;

public sealed record FeatureFlag(string Name, bool Enabled, int Version);

public interface IFlagSource
{
    Task<IReadOnlyList<FeatureFlag>> GetChangesAsync(int sinceVersion, CancellationToken ct);
}

public sealed class FeatureFlags : IAsyncDisposable
{
    private readonly Dictionary<string, FeatureFlag> _working = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly IFlagSource _source;
    private readonly Task _loop;
    private volatile ImmutableDictionary<string, FeatureFlag> _published =
        ImmutableDictionary<string, FeatureFlag>.Empty;

    private int _version;

    public FeatureFlags(IFlagSource source, TimeSpan period)
    {
        _source = source;
        _loop = Task.Run(() => RefreshLoopAsync(period, _stop.Token));
    }

    public bool IsEnabled(string name) =>
        _published.TryGetValue(name, out var flag) && flag.Enabled;

    public IReadOnlyDictionary<string, FeatureFlag> Snapshot() => _published;

    private async Task RefreshLoopAsync(TimeSpan period, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(period);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                await RefreshAsync(ct);
            }
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("flag refresh stopped");
        }
    }

    private async Task RefreshAsync(CancellationToken ct)
    {
        var changes = await _source.GetChangesAsync(_version, ct);
        if (changes.Count == 0)
        {
            return;
        }

        foreach (var flag in changes)
        {
            _working[flag.Name] = flag;
            _version = Math.Max(_version, flag.Version);
        }

        _published = _working.ToImmutableDictionary(StringComparer.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _stop.Cancel();
        await _loop;
        _stop.Dispose();
    }
}
