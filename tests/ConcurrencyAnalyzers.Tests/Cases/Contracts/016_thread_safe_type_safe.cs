using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using ConcurrencyAnalyzers;

namespace Cases.K016;

[ThreadSafe]
class Tally
{
    private readonly ConcurrentDictionary<string, int> _votes = new();
    private readonly object _gate = new();
    private readonly List<string> _log = [];
    private IReadOnlyList<string> _published = [];
    private int _total;

    public void Vote(string name)
    {
        _votes.AddOrUpdate(name, 1, static (_, votes) => votes + 1);
        Interlocked.Increment(ref _total);
        lock (_gate)
        {
            _log.Add(name);
        }
    }

    public IReadOnlyList<string> Published => _published;

    public void Publish()
    {
        lock (_gate)
        {
            _published = _log.ToArray();
        }
    }

    public int Total => Volatile.Read(ref _total);
}
