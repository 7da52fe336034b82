// An iterator that takes the lock itself is safe to hand out from under that lock: it takes it again when it is walked.
using System.Collections.Generic;

namespace WalkedWithItsOwnLock;

public sealed class Roll
{
    private readonly object _gate = new();
    private readonly List<string> _names = new();

    public void Add(string name)
    {
        lock (_gate)
            _names.Add(name);
    }

    public IEnumerable<string> All()
    {
        lock (_gate)
            return Walk();
    }

    private IEnumerable<string> Walk()
    {
        lock (_gate)
        {
            foreach (var name in _names)
                yield return name;
        }
    }
}
