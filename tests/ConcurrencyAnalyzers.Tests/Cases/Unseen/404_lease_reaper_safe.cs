// TryRemove with the key and the value that was looked at removes nothing when the lease was renewed in between. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U404;

public sealed record Lease(string Owner, DateTime Expires);

public sealed class LeaseTable : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lease> _leases = new();
    private readonly Timer _reaper;
    private int _expired;

    public LeaseTable(TimeSpan period)
    {
        _reaper = new Timer(_ => Reap(), null, period, period);
    }

    public int Expired => Volatile.Read(ref _expired);

    public void Renew(string resource, string owner, TimeSpan length) =>
        _leases[resource] = new Lease(owner, DateTime.UtcNow + length);

    private void Reap()
    {
        var now = DateTime.UtcNow;
        foreach (var resource in _leases.Keys)
        {
            if (_leases.TryGetValue(resource, out var lease)
                && lease.Expires < now
                && _leases.TryRemove(KeyValuePair.Create(resource, lease)))
            {
                Interlocked.Increment(ref _expired);
            }
        }
    }

    public ValueTask DisposeAsync() => _reaper.DisposeAsync();
}
