// The key alone decides; or what goes is looked at once it is out; or it goes only with that value; or no other value comes.
using System.Collections.Concurrent;

namespace Cases.A515;

public sealed class LeaseBook
{
    private readonly ConcurrentDictionary<string, DateTime> _leases = new();
    private readonly ConcurrentDictionary<string, DateTime> _births = new();

    public void Renew(string holder)
    {
        _leases[holder] = DateTime.UtcNow.AddMinutes(1);
        _births.TryAdd(holder, DateTime.UtcNow);
    }

    public void DropAllOf(string prefix)
    {
        foreach (var lease in _leases)
            if (lease.Key.StartsWith(prefix, StringComparison.Ordinal))
                _leases.TryRemove(lease.Key, out _);
        foreach (var (holder, _) in _leases)
            if (holder.EndsWith(prefix, StringComparison.Ordinal))
                _leases.TryRemove(holder, out _);
    }

    public void DropExpired()
    {
        foreach (var lease in _leases)
            if (lease.Value < DateTime.UtcNow)
                _leases.TryRemove(lease);
    }

    public void TakeAll(Action<DateTime> report)
    {
        foreach (var lease in _leases)
            if (_leases.TryRemove(lease.Key, out var until))
                report(until);
    }

    public void DropOld()
    {
        foreach (var birth in _births)
            if (birth.Value < DateTime.UtcNow.AddDays(-1))
                _births.TryRemove(birth.Key, out _);
    }
}
