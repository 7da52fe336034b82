// What is removed in a walk because of its value may be another value by then.
using System.Collections.Concurrent;

namespace Cases.A514;

public sealed class LeaseTable
{
    private readonly ConcurrentDictionary<string, DateTime> _leases = new();
    private readonly ConcurrentDictionary<string, int> _uses = new();

    public void Renew(string holder)
    {
        _leases[holder] = DateTime.UtcNow.AddMinutes(1);
        _uses.AddOrUpdate(holder, 1, static (_, uses) => uses + 1);
    }

    public void DropExpired()
    {
        foreach (var lease in _leases)
        {
            if (lease.Value < DateTime.UtcNow)
                _leases.TryRemove(lease.Key, out _); // expect: CHECK_THEN_ACT
        }
    }

    public void Report(Action<string, int> report)
    {
        foreach (var (holder, uses) in _uses)
        {
            report(holder, uses);
            _uses.TryRemove(holder, out _); // expect: CHECK_THEN_ACT
        }
    }
}
