using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace NumberForAName;

public sealed class ByReaderLock
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
            var number = _next++;
            _numbers[name] = number; // expect: CHECK_THEN_ACT
            return number;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }
}

public sealed class ByCounter
{
    private readonly ConcurrentDictionary<string, int> _numbers = new();
    private int _last;

    public int Of(string name)
    {
        if (_numbers.TryGetValue(name, out var number))
            return number;
        number = Interlocked.Increment(ref _last);
        _numbers[name] = number; // expect: CHECK_THEN_ACT
        return number;
    }
}

public sealed class ByTryAdd
{
    private readonly ConcurrentDictionary<string, int> _numbers = new();
    private int _last;

    public int Of(string name)
    {
        if (_numbers.TryGetValue(name, out var number))
            return number;
        number = Interlocked.Increment(ref _last);
        _numbers.TryAdd(name, number); // expect: CHECK_THEN_ACT
        return number;
    }
}

public sealed class ByCount
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _numbers = new();

    public int Of(string name)
    {
        lock (_gate)
        {
            if (_numbers.TryGetValue(name, out var known))
                return known;
        }

        lock (_gate)
            return _numbers[name] = _numbers.Count + 1; // expect: CHECK_THEN_ACT
    }
}

public sealed class ByPlace
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _places = new();
    private readonly List<string> _names = new();

    public int Of(string name)
    {
        lock (_gate)
        {
            if (_places.TryGetValue(name, out var known))
                return known;
        }

        lock (_gate)
        {
            var place = _names.Count;
            _places[name] = place; // expect: CHECK_THEN_ACT
            _names.Add(name);
            return place;
        }
    }

    public string NameOf(int place)
    {
        lock (_gate)
            return _names[place];
    }
}
