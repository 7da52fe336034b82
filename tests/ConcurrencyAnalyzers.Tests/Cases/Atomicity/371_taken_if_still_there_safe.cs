namespace Cases.C371;
public interface IStation { bool IsClean(int bed); }
public sealed class Ward
{
    private readonly object _gate = new();
    private readonly SortedSet<int> _free = new();
    private readonly Dictionary<int, string> _occupied = new();
    private readonly IStation _station;
    public Ward(IStation station) => _station = station;
    public int Admit(string patient)
    {
        int[] candidates;
        lock (_gate) candidates = _free.ToArray();
        foreach (var bed in candidates)
        {
            if (!_station.IsClean(bed)) continue;
            lock (_gate)
            {
                if (!_free.Remove(bed)) continue;
                _occupied[bed] = patient;
            }
            return bed;
        }
        return 0;
    }
    public void Discharge(int bed) { lock (_gate) if (_occupied.Remove(bed)) _free.Add(bed); }
}
public sealed class Clean2 // removes what is dead: twice does no harm
{
    private readonly object _gate = new();
    private readonly List<WeakReference<string>> _all = new();
    public void Add(string s) { lock (_gate) _all.Add(new(s)); }
    public void Sweep()
    {
        WeakReference<string>[] copy;
        lock (_gate) copy = _all.ToArray();
        foreach (var one in copy)
            if (!one.TryGetTarget(out _))
                lock (_gate)
                    _all.Remove(one);
    }
}
public sealed class Clean3 // tells each of them, then removes those who failed
{
    private readonly object _gate = new();
    private readonly List<Action> _observers = new();
    public void Add(Action s) { lock (_gate) _observers.Add(s); }
    public void Tell()
    {
        Action[] copy;
        lock (_gate) copy = _observers.ToArray();
        foreach (var one in copy)
            try { one(); }
            catch (Exception) { lock (_gate) _observers.Remove(one); }
    }
}
public sealed class Expire4
{
    private readonly object _gate = new();
    private readonly Dictionary<string, DateTime> _until = new();
    public void Add(string s) { lock (_gate) _until[s] = DateTime.UtcNow; }
    public int Expire()
    {
        KeyValuePair<string, DateTime>[] all;
        lock (_gate) all = _until.ToArray();
        var n = 0;
        foreach (var (key, until) in all)
            if (until < DateTime.UtcNow)
            {
                lock (_gate) _until.Remove(key);
                n++;
            }
        return n;
    }
}
public sealed class Pool5
{
    private readonly object _gate = new();
    private readonly List<string> _idle = new();
    public void Give(string s) { lock (_gate) _idle.Add(s); }
    public string? Rent(Func<string, bool> fits)
    {
        lock (_gate)
        {
            var found = _idle.FirstOrDefault(fits);
            if (found != null) _idle.Remove(found);
            return found;
        }
    }
}
