using System.Collections.Generic;
using ConcurrencyAnalyzers;

namespace Cases.K015;

[ThreadSafe]
class Tally
{
    private readonly Dictionary<string, int> _votes = [];
    private int _total;

    public void Vote(string name)
    {
        _votes[name] = _votes.TryGetValue(name, out int votes) ? votes + 1 : 1; // expect: CONTRACT
        _total++; // expect: CONTRACT
    }

    public int Of(string name) => _votes.TryGetValue(name, out int votes) ? votes : 0; // expect: CONTRACT
}
