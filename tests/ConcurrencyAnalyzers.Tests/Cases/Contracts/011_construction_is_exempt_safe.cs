using System.Collections.Generic;
using ConcurrencyAnalyzers;

namespace Cases.K011;

class Catalogue
{
    private readonly object _gate = new();
    [GuardedBy(nameof(_gate))] private readonly List<string> _titles = [];
    [GuardedBy(nameof(_gate))] private int _revision = 1;
    [GuardedBy(nameof(_gate))] public string Owner { get; init; }

    public Catalogue(IEnumerable<string> titles)
    {
        _titles.AddRange(titles);
        Fill();
        Owner = "nobody";
    }

    private void Fill()
    {
        _titles.Add("index");
        _revision++;
    }

    public static Catalogue Of(string title)
    {
        var made = new Catalogue([]) { Owner = "library" };
        made._titles.Add(title);
        made._revision = 2;
        return made;
    }

    public int Add(string title)
    {
        lock (_gate)
        {
            _titles.Add(title);
            return ++_revision;
        }
    }
}
