using System;
using System.Collections.Generic;
using System.Threading;

namespace Cases.R183;

// Gives the lock back first.
public sealed class Pages
{
    private readonly List<int> _dirty = new();

    public void Mark(int page)
    {
        lock (this) // expect: LOCK_MISUSE?
        {
            _dirty.Add(page);
        }
    }

    public void Forget(int page)
    {
        lock (this) // expect: LOCK_MISUSE?
        {
            _dirty.Remove(page);
        }
    }

    public bool IsDirty(int page)
    {
        lock (this) // expect: LOCK_MISUSE?
        {
            return _dirty.Contains(page);
        }
    }

    public Flush Begin() => new(this);

    public readonly struct Flush : IDisposable
    {
        private readonly Pages _pages;

        public Flush(Pages pages)
        {
            _pages = pages;
            Monitor.Enter(pages);
        }

        public void Dispose()
        {
            Monitor.Exit(_pages);
            _pages._dirty.Clear(); // expect: INCONSISTENT_LOCK
        }
    }
}
