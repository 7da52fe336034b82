using System;
using System.Threading;

namespace Cases.R184;

// One session, one user: the lock is taken as a reader's to say that a use is under way, and exclusively only by the end.
public sealed class Session : IDisposable
{
    private readonly ReaderWriterLockSlim _underWay = new();
    private long _furthest;
    private int _last;

    public void Before(int number)
    {
        _underWay.EnterReadLock();
        try
        {
            _last = number;
            _furthest = Math.Max(_furthest, number);
        }
        finally
        {
            _underWay.ExitReadLock();
        }
    }

    public bool After()
    {
        _underWay.EnterReadLock();
        try
        {
            _furthest += _last;
            return _furthest > 0;
        }
        finally
        {
            _underWay.ExitReadLock();
        }
    }

    public void Dispose()
    {
        _underWay.EnterWriteLock();
        _last = -1;
    }
}
