using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace EntryFilledLater;

public sealed class Roll
{
    public List<string> Charges { get; } = new();

    public void Read(string text)
    {
        foreach (var part in text.Split(' '))
            Charges.Add(part);
    }
}

public sealed class ByGetOrAdd
{
    private readonly ConcurrentDictionary<string, Roll> _known = new();

    public Roll Get(string text)
    {
        if (_known.TryGetValue(text, out var found))
            return found;
        var fresh = new Roll();
        var winner = _known.GetOrAdd(text, fresh); // expect: LAZY_INIT
        if (ReferenceEquals(winner, fresh))
            foreach (var part in text.Split(' '))
                fresh.Charges.Add(part); // expect: RACE?
        return winner;
    }
}

public sealed class ByTryAdd
{
    private readonly ConcurrentDictionary<string, Roll> _known = new();

    public Roll Get(string text)
    {
        if (_known.TryGetValue(text, out var found))
            return found;
        var fresh = new Roll();
        if (!_known.TryAdd(text, fresh)) // expect: LAZY_INIT
            return _known[text];
        fresh.Read(text);
        return fresh;
    }
}

public sealed class ByIndexer
{
    private readonly ConcurrentDictionary<string, List<string>> _known = new();

    public List<string> Get(string text)
    {
        if (_known.TryGetValue(text, out var parts))
            return parts;
        parts = new List<string>();
        _known[text] = parts; // expect: LAZY_INIT, CHECK_THEN_ACT?
        foreach (var part in text.Split(' '))
            parts.Add(part);
        return parts;
    }
}

public sealed class BeyondTheLock
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Roll> _known = new();

    public Roll Get(string text)
    {
        Roll fresh;
        lock (_gate)
        {
            if (_known.TryGetValue(text, out var found))
                return found;
            fresh = new Roll();
            _known[text] = fresh; // expect: LAZY_INIT
        }

        fresh.Read(text);
        return fresh;
    }
}

public static class Office
{
    public static int Count(string[] texts)
    {
        var (first, second, third, fourth) = (new ByGetOrAdd(), new ByTryAdd(), new ByIndexer(), new BeyondTheLock());
        return texts.AsParallel().Sum(text =>
            first.Get(text).Charges.Count(c => c == "lion") // expect: RACE?
            + second.Get(text).Charges.Count(c => c == "lion") // expect: RACE?
            + third.Get(text).Count(c => c == "lion") // expect: RACE?
            + fourth.Get(text).Charges.Count(c => c == "lion")); // expect: RACE?
    }
}
