// What is kept under a key is changed under its own lock, and looked into without it.
using System.Collections.Concurrent;

namespace KeptUnderAKey;

public sealed class StampAlbum
{
    private readonly ConcurrentDictionary<string, HashSet<int>> _pages = new();

    public void Stick(string country, int stamp)
    {
        var page = _pages.GetOrAdd(country, static _ => []);
        lock (page)
        {
            page.Add(stamp);
        }
    }

    public void Swap(string country, int given, int got)
    {
        var page = _pages.GetOrAdd(country, static _ => []);
        lock (page)
        {
            page.Remove(given);
            page.Add(got);
        }
    }

    public int Highest(string country)
    {
        int highest = 0;
        if (_pages.TryGetValue(country, out var page))
        {
            foreach (int stamp in page) // expect: INCONSISTENT_LOCK, RACE?
            {
                highest = Math.Max(highest, stamp);
            }
        }

        return highest;
    }
}
