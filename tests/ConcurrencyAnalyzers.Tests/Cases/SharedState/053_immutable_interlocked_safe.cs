// ImmutableInterlocked retries until its update has won.
using System.Collections.Immutable;

namespace Cases.S053;

public class Subscribers
{
    private ImmutableList<string> _names = [];

    public int Enrol(string[] names)
    {
        Parallel.ForEach(names, name => ImmutableInterlocked.Update(ref _names, (list, n) => list.Add(n), name));
        return _names.Count;
    }
}
