// Boats subscribe to the foghorn of a harbour; the subscription ends when they dispose what they were given. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;

namespace Menagerie.M1341;

public sealed class Foghorn
{
    private readonly object _gate = new();
    private readonly List<Action<int>> _listeners = [];

    public IDisposable Subscribe(Action<int> listener)
    {
        lock (_gate)
        {
            _listeners.Add(listener);
            return new Subscription(() => _listeners.Remove(listener)); // expect: INCONSISTENT_LOCK#1
        }
    }

    public void Blow(int seconds)
    {
        Action<int>[] listeners;
        lock (_gate)
        {
            listeners = _listeners.ToArray();
        }
        foreach (var listener in listeners)
        {
            listener(seconds);
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end(); // expect: INCONSISTENT_LOCK?
    }
}
