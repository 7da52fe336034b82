// PruneCore expects its caller to hold the lock; Touch does, the timer callback does not. difficulty: hard
namespace Cases.U804;

public sealed class SessionTable : IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, DateTime> _lastSeen = [];
    private readonly TimeSpan _idle;
    private readonly Timer _pruner;

    public SessionTable(TimeSpan idle)
    {
        _idle = idle;
        _pruner = new Timer(OnPrune, null, idle, idle);
    }

    public void Touch(string session)
    {
        DateTime now = DateTime.UtcNow;
        lock (_gate)
        {
            if (_lastSeen.Count > 10_000)
            {
                PruneCore(now);
            }
            _lastSeen[session] = now;
        }
    }

    public bool IsActive(string session)
    {
        lock (_gate)
        {
            return _lastSeen.TryGetValue(session, out DateTime seen) && DateTime.UtcNow - seen <= _idle;
        }
    }

    public ValueTask DisposeAsync() => _pruner.DisposeAsync();

    private void OnPrune(object? state)
    {
        PruneCore(DateTime.UtcNow); // expect: INCONSISTENT_LOCK#1, RACE?
    }

    private void PruneCore(DateTime now)
    {
        foreach ((string session, DateTime seen) in _lastSeen.ToArray()) // expect: INCONSISTENT_LOCK#1, RACE?
        {
            if (now - seen > _idle)
            {
                _lastSeen.Remove(session); // expect: INCONSISTENT_LOCK#1, RACE?
            }
        }
    }
}
