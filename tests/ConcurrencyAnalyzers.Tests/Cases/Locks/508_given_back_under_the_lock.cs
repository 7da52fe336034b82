// What a caller is given to end takes the lock itself, or was given the lock to hold until then.
using System;
using System.Collections.Generic;
using System.Threading;

namespace GivenBackUnderTheLock;

public sealed class Permit(Action end) : IDisposable
{
    public void Dispose() => end();
}

public sealed class Cloakroom
{
    private readonly object _hooks = new();
    private readonly SortedSet<int> _free = new();

    public Permit Take(int hook)
    {
        lock (_hooks)
        {
            _free.Remove(hook);
            return new Permit(() =>
            {
                lock (_hooks)
                    _free.Add(hook);
            });
        }
    }

    public int Free()
    {
        lock (_hooks)
            return _free.Count;
    }
}

public sealed class Archive
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly List<string> _visits = new();

    public Permit Enter(string visitor)
    {
        _one.Wait();
        _visits.Add(visitor);
        return new Permit(() =>
        {
            _visits.Add("left");
            _one.Release();
        });
    }

    public int Visits()
    {
        _one.Wait();
        try
        {
            return _visits.Count;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Forget()
    {
        _one.Wait();
        try
        {
            _visits.Clear();
        }
        finally
        {
            _one.Release();
        }
    }
}
