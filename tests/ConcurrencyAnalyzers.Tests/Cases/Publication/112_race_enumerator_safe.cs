// The enumerator walks a copy.
using System.Collections;

namespace Cases.P112;

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
            return _names.ToList().GetEnumerator();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
