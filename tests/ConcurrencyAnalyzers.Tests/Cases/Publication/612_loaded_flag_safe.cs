// A volatile flag that is raised under the lock when all is filled: who finds it up, or comes back from the member that makes sure of it, reads what nobody changes.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace LoadedFlag;

public sealed class BirdCalls(Func<IEnumerable<(string Bird, string Call)>> load)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, string> _calls = new();
    private readonly List<string> _birds = new();
    private volatile bool _isLoaded;

    public string CallOf(string bird)
    {
        EnsureLoaded();
        return _calls.TryGetValue(bird, out var call) ? call : "silence";
    }

    public int Count()
    {
        if (!_isLoaded)
            Load();
        return _birds.Count + _calls.Values.Distinct().Count();
    }

    private void EnsureLoaded()
    {
        if (!_isLoaded)
            Load();
    }

    private void Load()
    {
        lock (_gate)
        {
            if (_isLoaded)
                return;
            foreach (var (bird, call) in load())
            {
                _calls[bird] = call;
                _birds.Add(bird);
            }
            _isLoaded = true;
        }
    }
}

public sealed class Dawn(BirdCalls calls)
{
    public string[] Listen(string[] birds)
    {
        var heard = new string[birds.Length];
        Parallel.For(0, birds.Length, i => heard[i] = calls.CallOf(birds[i]) + calls.Count());
        return heard;
    }
}
