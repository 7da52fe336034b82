// The enumerator outlives the lock.
using System.Collections;

namespace Cases.P111;

public sealed class Finishers : IEnumerable<string>
{
    private readonly object _gate = new();
    private readonly List<string> _names = [];

    public void Add(string name)
    {
        lock (_gate)
        {
            _names.Add(name);
        }
    }

    public IEnumerator<string> GetEnumerator()
    {
        lock (_gate)
        {
            return _names.GetEnumerator(); // expect: ESCAPES_LOCK
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
