using System.Collections.Generic;
using System.Threading;
using ConcurrencyAnalyzers;

namespace Cases.K005;

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
            return _hops.TryGetValue(host, out int hops) ? hops : -_version;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public void LearnIfNew(string host, int hops)
    {
        _rw.EnterUpgradeableReadLock();
        try
        {
            if (_hops.ContainsKey(host))
            {
                return;
            }

            _rw.EnterWriteLock();
            try
            {
                _hops[host] = hops;
                _version++;
            }
            finally
            {
                _rw.ExitWriteLock();
            }
        }
        finally
        {
            _rw.ExitUpgradeableReadLock();
        }
    }
}
