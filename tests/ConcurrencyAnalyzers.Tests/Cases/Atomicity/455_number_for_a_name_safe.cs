using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace NumberForANameSafe;

public sealed class LooksAgain
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, int> _numbers = new();
    private int _next;

    public int Of(string name)
    {
        _rw.EnterReadLock();
        try
        {
            if (_numbers.TryGetValue(name, out var known))
                return known;
        }
        finally
        {
            _rw.ExitReadLock();
        }

        _rw.EnterWriteLock();
        try
        {
            if (!_numbers.TryGetValue(name, out var number))
            {
                number = _next++;
                _numbers[name] = number;
            }

            return number;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }
}

// A number that is drawn in vain is no harm: all get the one that was kept.
public sealed class KeepsTheFirst
{
    private readonly ConcurrentDictionary<string, int> _numbers = new();
    private int _last;

    public int Of(string name)
    {
        if (_numbers.TryGetValue(name, out var number))
            return number;
        return _numbers.GetOrAdd(name, Interlocked.Increment(ref _last));
    }
}

public sealed class AsksWhetherItCould
{
    private readonly ConcurrentDictionary<string, int> _numbers = new();
    private int _last;

    public int Of(string name)
    {
        while (true)
        {
            if (_numbers.TryGetValue(name, out var number))
                return number;
            number = Interlocked.Increment(ref _last);
            if (_numbers.TryAdd(name, number))
                return number;
        }
    }
}

// Worked out from the name: one answer is as good as another.
public sealed class FromTheName
{
    private readonly ConcurrentDictionary<string, int> _lengths = new();

    public int Of(string name)
    {
        if (_lengths.TryGetValue(name, out var length))
            return length;
        length = name.Trim().Length;
        _lengths[name] = length;
        return length;
    }
}

public sealed class InOneHold
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _numbers = new();

    public int Of(string name)
    {
        lock (_gate)
        {
            if (!_numbers.TryGetValue(name, out var number))
                _numbers[name] = number = _numbers.Count + 1;
            return number;
        }
    }
}
