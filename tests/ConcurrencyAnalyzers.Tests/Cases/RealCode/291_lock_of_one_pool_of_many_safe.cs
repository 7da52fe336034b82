// Each pool has a lock of its own, taken around the helper: whichever pool it is, the lock goes with it.
using System.Collections.Concurrent;

namespace Cases.R291;

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

    private string Find() => _free.Any() ? _free.Pop() : "line " + _busy.Count;
}

public sealed class Pools
{
    public static readonly Pools Instance = new();

    private readonly ConcurrentDictionary<string, Pool> _pools = new();

    public string Take(string address) => _pools.GetOrAdd(address, static _ => new Pool()).Take();

    public void GiveBack(string address, string taken) => _pools.GetOrAdd(address, static _ => new Pool()).GiveBack(taken);
}

public sealed class Line
{
    private string _taken = "";

    public void Open(string address) => _taken = Pools.Instance.Take(address);

    public void Close(string address) => Pools.Instance.GiveBack(address, _taken);
}
