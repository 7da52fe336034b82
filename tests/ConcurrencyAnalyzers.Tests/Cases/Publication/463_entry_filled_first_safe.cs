using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace EntryFilledFirstSafe;

public sealed class Roll
{
    public List<string> Charges { get; } = new();

    public void Read(string text)
    {
        foreach (var part in text.Split(' '))
            Charges.Add(part);
    }
}

public sealed class FilledFirst
{
    private readonly ConcurrentDictionary<string, Roll> _known = new();

    public Roll Get(string text)
    {
        if (_known.TryGetValue(text, out var found))
            return found;
        var fresh = new Roll();
        fresh.Read(text);
        return _known.GetOrAdd(text, fresh);
    }
}

public sealed class ByFactory
{
    private readonly ConcurrentDictionary<string, Roll> _known = new();

    public Roll Get(string text) => _known.GetOrAdd(text, static key =>
    {
        var fresh = new Roll();
        fresh.Read(key);
        return fresh;
    });
}

public sealed class InsideTheLock
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Roll> _known = new();

    public Roll Get(string text)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(text, out var found))
                return found;
            var fresh = new Roll();
            _known[text] = fresh;
            fresh.Read(text);
            return fresh;
        }
    }
}

// Each entry has a lock of its own, which all take.
public sealed class Guarded
{
    private readonly ConcurrentDictionary<string, List<string>> _known = new();

    public int Note(string key, string line)
    {
        if (!_known.TryGetValue(key, out var lines))
            lines = _known.GetOrAdd(key, new List<string>());
        lock (lines)
        {
            lines.Add(line);
            return lines.Count;
        }
    }
}

public static class Office
{
    public static int Count(string[] texts)
    {
        var (first, second, third, fourth) = (new FilledFirst(), new ByFactory(), new InsideTheLock(), new Guarded());
        return texts.AsParallel().Sum(text => first.Get(text).Charges.Count(c => c == "lion") + second.Get(text).Charges.Count(c => c == "lion") + third.Get(text).Charges.Count(c => c == "lion") + fourth.Note(text, text));
    }
}
