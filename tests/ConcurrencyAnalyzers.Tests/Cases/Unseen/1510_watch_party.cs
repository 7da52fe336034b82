// Keeps the viewers of every watch party of a streaming site; a party disappears when its last viewer has gone. difficulty: hard
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Menagerie.M1510;

public sealed class WatchParties
{
    private readonly ConcurrentDictionary<string, HashSet<string>> _viewersOf = new();

    public int Enter(string film, string viewer)
    {
        var viewers = _viewersOf.GetOrAdd(film, _ => []);
        lock (viewers)
        {
            viewers.Add(viewer); // expect: CHECK_THEN_ACT#1
            return viewers.Count;
        }
    }

    public void Leave(string film, string viewer)
    {
        if (!_viewersOf.TryGetValue(film, out var viewers))
        {
            return;
        }
        bool empty;
        lock (viewers)
        {
            viewers.Remove(viewer);
            empty = viewers.Count == 0;
        }
        if (empty)
        {
            _viewersOf.TryRemove(film, out _); // expect: CHECK_THEN_ACT#1
        }
    }

    public int CountOf(string film)
    {
        if (!_viewersOf.TryGetValue(film, out var viewers))
        {
            return 0;
        }
        lock (viewers)
        {
            return viewers.Count;
        }
    }
}
