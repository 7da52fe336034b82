// Replacing an immutable list by a longer one is a read and a write: additions get lost.
using System.Collections.Immutable;

namespace Cases.S052;

public class Subscribers
{
    private ImmutableList<string> _names = [];

    public int Enrol(string[] names)
    {
        Parallel.ForEach(names, name =>
        {
            _names = _names.Add(name); // expect: RACE
        });
        return _names.Count;
    }
}
