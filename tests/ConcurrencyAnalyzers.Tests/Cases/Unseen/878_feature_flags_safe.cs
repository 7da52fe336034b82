// The reloader publishes a complete immutable record through a volatile field, and every reader works on one local copy of the reference. difficulty: medium
using System.Collections.Frozen;

namespace Cases.U878;

public sealed record FlagSet(int Version, FrozenDictionary<string, int> Percentages);

public sealed class FeatureFlags : IAsyncDisposable
{
    private readonly Func<CancellationToken, Task<IReadOnlyDictionary<string, int>>> _download;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reloading;
    private volatile FlagSet _current = new(0, FrozenDictionary<string, int>.Empty);

    public FeatureFlags(Func<CancellationToken, Task<IReadOnlyDictionary<string, int>>> download)
    {
        _download = download;
        _reloading = Task.Run(ReloadAsync);
    }

    public (bool Enabled, int Version) IsEnabled(string flag, int userId)
    {
        var flags = _current;
        var enabled = flags.Percentages.TryGetValue(flag, out var percent) && userId % 100 < percent;
        return (enabled, flags.Version);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _reloading.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task ReloadAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30));
        try
        {
            do
            {
                try
                {
                    var fresh = await _download(_stop.Token).ConfigureAwait(false);
                    _current = new FlagSet(_current.Version + 1, fresh.ToFrozenDictionary());
                }
                catch (Exception e) when (!_stop.IsCancellationRequested)
                {
                    Console.Error.WriteLine($"keeping flags v{_current.Version}: {e.Message}");
                }
            }
            while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // disposed
        }
    }
}
