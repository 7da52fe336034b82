// The nearest wrong one: one way of the pool goes without the lock.
using System.Collections.Concurrent;

namespace Cases.R292;

public sealed class Pool
{
    private readonly object _gate = new();
    private readonly Stack<string> _free = new();
    private readonly List<string> _busy = new();

    public string Take()
    {
        lock (_gate)
        {
            var taken = Find();
            _busy.Add(taken);
            return taken;
        }
    }

    public void GiveBack(string taken)
    {
        lock (_gate)
        {
            if (_busy.Remove(taken))
                _free.Push(taken);
        }
    }

    public int CountFree()
    {
        lock (_gate)
            return _free.Count;
    }

    public void Put(string fresh) => _free.Push(fresh); // expect: INCONSISTENT_LOCK

    private string Find() => _free.Any() ? _free.Pop() : "line " + _busy.Count;
}

public sealed class Pools
{
    public static readonly Pools Instance = new();

    private readonly ConcurrentDictionary<string, Pool> _pools = new();

    public string Take(string address) => _pools.GetOrAdd(address, static _ => new Pool()).Take();

    public void Put(string address, string fresh) => _pools.GetOrAdd(address, static _ => new Pool()).Put(fresh);
}
