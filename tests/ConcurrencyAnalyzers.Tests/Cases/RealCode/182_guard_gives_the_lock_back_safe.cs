using System;
using System.Collections.Generic;
using System.Threading;

namespace Cases.R182;

// The guard takes the lock where it is made and gives it back where it is disposed of: what it does before that is under the lock.
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

        public int Count => 1;

        public void Dispose()
        {
            _pages._dirty.Clear();
            Monitor.Exit(_pages);
        }
    }
}
