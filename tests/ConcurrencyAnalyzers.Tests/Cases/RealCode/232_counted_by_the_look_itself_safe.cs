// The look itself notes that something has changed since the last one. What was worked out is kept only if a second look finds the
// number of the first.
namespace Cases.R232;

public sealed class Routes(Func<int> version)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, (long Generation, string Way)> _ways = new();
    private int _seen;
    private long _generation;

    public string Way(string target)
    {
        while (true)
        {
            long before;
            lock (_gate)
            {
                before = Look();
                if (_ways.TryGetValue(target, out var known) && known.Generation == before)
                    return known.Way;
            }

            var way = "way to " + target;
            lock (_gate)
            {
                if (Look() == before)
                {
                    _ways[target] = (before, way);
                    return way;
                }
            }

            Thread.Sleep(1);
        }
    }

    public void Forget()
    {
        lock (_gate)
        {
            _generation++;
            _ways.Clear();
        }
    }

    private long Look()
    {
        var current = version();
        if (current != _seen)
        {
            _seen = current;
            ++_generation;
        }

        return _generation;
    }
}
