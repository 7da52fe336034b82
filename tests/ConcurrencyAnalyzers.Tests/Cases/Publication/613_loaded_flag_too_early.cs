// The same with the flag raised first, with a reader that does not look at it, and with a flag that is taken back.
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace LoadedFlagTooEarly;

public sealed class FrogCalls(Func<IEnumerable<(string Frog, string Call)>> load)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, string> _calls = new();
    private volatile bool _isLoaded;

    public string CallOf(string frog)
    {
        EnsureLoaded();
        return _calls.TryGetValue(frog, out var call) ? call : "silence"; // expect: INCONSISTENT_LOCK#1, RACE?
    }

    private void EnsureLoaded()
    {
        if (_isLoaded)
            return;
        lock (_gate)
        {
            if (_isLoaded)
                return;
            _isLoaded = true; // expect: LAZY_INIT?, INCONSISTENT_LOCK#1
            foreach (var (frog, call) in load())
                _calls[frog] = call; // expect: INCONSISTENT_LOCK#1
        }
    }
}

public sealed class ToadCalls(Func<IEnumerable<(string Toad, string Call)>> load)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, string> _calls = new();
    private volatile bool _isLoaded;

    public string CallOf(string toad)
    {
        EnsureLoaded();
        return Peek(toad);
    }

    public string Peek(string toad) => _calls.TryGetValue(toad, out var call) ? call : "silence"; // expect: INCONSISTENT_LOCK, RACE?

    private void EnsureLoaded()
    {
        if (_isLoaded)
            return;
        lock (_gate)
        {
            if (_isLoaded)
                return;
            foreach (var (toad, call) in load())
                _calls[toad] = call;
            _isLoaded = true;
        }
    }
}

public sealed class NewtCalls(Func<IEnumerable<(string Newt, string Call)>> load)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, string> _calls = new();
    private volatile bool _isLoaded;

    public void Forget() => _isLoaded = false;

    public string CallOf(string newt)
    {
        EnsureLoaded();
        return _calls.TryGetValue(newt, out var call) ? call : "silence"; // expect: INCONSISTENT_LOCK, RACE?
    }

    private void EnsureLoaded()
    {
        if (_isLoaded)
            return;
        lock (_gate)
        {
            if (_isLoaded)
                return;
            foreach (var (newt, call) in load())
                _calls[newt] = call;
            _isLoaded = true;
        }
    }
}

public sealed class Pond(FrogCalls frogs, ToadCalls toads, NewtCalls newts)
{
    public string[] Listen(string[] animals)
    {
        var heard = new string[animals.Length];
        Parallel.For(0, animals.Length, i => heard[i] = frogs.CallOf(animals[i]) + toads.CallOf(animals[i]) + newts.CallOf(animals[i]));
        return heard;
    }

    public string[] PeekAll(string[] animals)
    {
        var heard = new string[animals.Length];
        Parallel.For(0, animals.Length, i =>
        {
            if (i % 2 == 0)
                toads.CallOf(animals[i]);
            heard[i] = toads.Peek(animals[i]);
        });
        return heard;
    }
}
