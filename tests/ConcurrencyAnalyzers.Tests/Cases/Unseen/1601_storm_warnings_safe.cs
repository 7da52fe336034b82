// Lets coast stations join and leave a storm warning while warnings are sent.
namespace Cases.U1601;

public sealed class StormWarning
{
    private readonly Lock _gate = new();
    private Action<int>? _listeners;

    public event Action<int> Raised
    {
        add
        {
            lock (_gate)
            {
                _listeners = (Action<int>?)Delegate.Combine(_listeners, value);
            }
        }
        remove
        {
            lock (_gate)
            {
                _listeners = (Action<int>?)Delegate.Remove(_listeners, value);
            }
        }
    }

    public void Raise(int beaufort)
    {
        Action<int>? listeners;
        lock (_gate)
        {
            listeners = _listeners;
        }
        listeners?.Invoke(beaufort);
    }
}

public sealed class CoastStation(string name)
{
    private int _highest;

    public string Name => name;

    public int Highest => Volatile.Read(ref _highest);

    public void OnWarning(int beaufort)
    {
        int seen = Volatile.Read(ref _highest);
        while (beaufort > seen)
        {
            int before = Interlocked.CompareExchange(ref _highest, beaufort, seen);
            if (before == seen)
            {
                return;
            }
            seen = before;
        }
    }
}

public sealed class CoastGuard(IReadOnlyList<CoastStation> stations)
{
    private readonly StormWarning _warning = new();

    public async Task<string[]> DrillAsync(int[] winds)
    {
        var joins = stations.Select(s => Task.Run(() => _warning.Raised += s.OnWarning)).ToList();
        var raises = winds.Select(w => Task.Run(() => _warning.Raise(w))).ToList();
        await Task.WhenAll(joins.Concat(raises));
        foreach (var station in stations)
        {
            _warning.Raised -= station.OnWarning;
        }
        return stations.Where(s => s.Highest >= 10).Select(s => s.Name).ToArray();
    }
}
