// All who come with the key take the lock of what they find, or find what nobody changes any more.
using System.Collections.Concurrent;

namespace KeptUnderAKeySafe;

public sealed class StampAlbum
{
    private readonly ConcurrentDictionary<string, HashSet<int>> _pages = new();
    private readonly ConcurrentDictionary<string, int[]> _printed = new();

    public void Stick(string country, int stamp)
    {
        var page = _pages.GetOrAdd(country, static _ => []);
        lock (page)
        {
            page.Add(stamp);
        }
    }

    public void Print(string country)
    {
        if (_pages.TryGetValue(country, out var page))
        {
            lock (page)
            {
                _printed[country] = [.. page];
            }
        }
    }

    public int Highest(string country)
    {
        if (!_pages.TryGetValue(country, out var page))
        {
            return 0;
        }

        lock (page)
        {
            return page.Max();
        }
    }

    public int Printed(string country) => _printed.TryGetValue(country, out var stamps) ? stamps.Length : 0;

    public int Taken(string country)
    {
        int count = 0;
        if (_pages.TryRemove(country, out var page))
        {
            foreach (int stamp in page)
            {
                count += stamp > 0 ? 1 : 0;
            }
        }

        return count;
    }
}
