using System;
using System.Collections.Generic;
using System.Threading;

namespace Cases.R185;

// Readers meet: the lock is there for the table, which is filled under its other side.
public sealed class Session : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<int, int> _table = new();
    private long _asked;

    public void Fill(int number)
    {
        _lock.EnterWriteLock();
        try
        {
            _table[number] = number;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public bool Has(int number)
    {
        _lock.EnterReadLock();
        try
        {
            _asked++; // expect: RACE
            return _table.ContainsKey(number);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public bool HasNot(int number)
    {
        _lock.EnterReadLock();
        try
        {
            _asked++; // expect: RACE
            return !_table.ContainsKey(number);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Dispose()
    {
        _lock.EnterWriteLock();
        _table.Clear();
    }
}
