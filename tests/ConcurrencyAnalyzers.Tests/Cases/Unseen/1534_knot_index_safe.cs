// Climbers look up knots by any of their names in an index that is built when the first of them asks. difficulty: hard
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1534;

public sealed class KnotIndex
{
    private readonly Dictionary<string, int> _pageOf = new(StringComparer.OrdinalIgnoreCase);

    public void Enter(string name, int page) => _pageOf[name] = page;

    public int PageOf(string name) => _pageOf.GetValueOrDefault(name, -1);
}

public sealed class KnotBook(IReadOnlyList<string[]> pages)
{
    private readonly Lock _gate = new();
    private volatile KnotIndex? _index;

    public int[] Find(IReadOnlyList<string> names)
    {
        var found = new int[names.Count];
        Parallel.For(0, names.Count, i => found[i] = Index().PageOf(names[i]));
        return found;
    }

    private KnotIndex Index()
    {
        if (_index is { } ready)
        {
            return ready;
        }
        lock (_gate)
        {
            return _index ?? Build();
        }
    }

    private KnotIndex Build()
    {
        var index = new KnotIndex();
        for (int page = 0; page < pages.Count; page++)
        {
            foreach (var name in pages[page])
            {
                index.Enter(name, page);
            }
        }
        _index = index;
        return index;
    }
}
