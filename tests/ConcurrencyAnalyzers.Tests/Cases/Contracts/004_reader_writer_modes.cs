using System.Collections.Generic;
using System.Threading;
using ConcurrencyAnalyzers;

namespace Cases.K004;

class RouteTable
{
    private readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] private readonly Dictionary<string, int> _hops = [];
    [GuardedBy(nameof(_rw))] private int _version;

    public int Hops(string host)
    {
        _rw.EnterReadLock();
        try
        {
            return _hops.TryGetValue(host, out int hops) ? hops : -1;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public void Learn(string host, int hops)
    {
        _rw.EnterReadLock();
        try
        {
            _hops[host] = hops; // expect: INCONSISTENT_LOCK
            _version++; // expect: INCONSISTENT_LOCK
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }
}
