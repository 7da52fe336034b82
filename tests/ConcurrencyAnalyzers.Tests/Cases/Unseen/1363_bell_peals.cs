// The ringers of a tower write down their peals; the parish website shows the list. difficulty: medium
using System.Collections.Generic;

namespace Menagerie.M1363;

public sealed record Peal(string Method, int Changes);

public sealed class PealBoard
{
    private readonly object _gate = new();
    private readonly List<Peal> _peals = [];

    public void Ring(string method, int changes)
    {
        lock (_gate)
        {
            _peals.Add(new Peal(method, changes));
        }
    }

    public void Strike(string method)
    {
        lock (_gate)
        {
            _peals.RemoveAll(peal => peal.Method == method);
        }
    }

    public IReadOnlyList<Peal> Peals
    {
        get
        {
            lock (_gate)
            {
                return _peals.AsReadOnly(); // expect: ESCAPES_LOCK
            }
        }
    }
}
