// Who puts an entry under a key when there is none comes with that key again: the count in it is not one thread's own.
using System.Collections.Concurrent;

namespace Cases.S265;

public sealed class Visitor
{
    public int Visits;
}

public sealed class Gatekeeper
{
    private readonly ConcurrentDictionary<string, Visitor> _visitors = new();

    public int Admit(string name)
    {
        if (_visitors.TryAdd(name, new Visitor()))
        {
            return 0;
        }

        if (!_visitors.TryGetValue(name, out var visitor))
        {
            return 0;
        }

        visitor.Visits++; // expect: RACE
        return 1;
    }
}
