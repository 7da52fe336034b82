// A thread-safe collection may be handed out, lock or no lock; so may an immutable one.
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Cases.P122;

public sealed class Switchboard
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, int> _calls = new();
    private ImmutableList<string> _names = [];

    public ConcurrentDictionary<string, int> Calls()
    {
        lock (_gate)
        {
            return _calls;
        }
    }

    public ImmutableList<string> Names()
    {
        lock (_gate)
        {
            return _names;
        }
    }

    public void Ring(string name)
    {
        lock (_gate)
        {
            _calls[name] = _calls.GetValueOrDefault(name) + 1;
            _names = _names.Add(name);
        }
    }
}
