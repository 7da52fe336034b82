using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace PBlazonRollsSafe;

public sealed class Escutcheon
{
    public Escutcheon(string text) => Text = text;

    public string Text { get; }

    public List<string> Charges { get; } = new();
}

public sealed class RollOfArms
{
    private readonly ConcurrentDictionary<string, Escutcheon> _known = new(StringComparer.Ordinal);

    public Escutcheon Resolve(string text)
    {
        if (_known.TryGetValue(text, out var found))
        {
            return found;
        }
        var fresh = new Escutcheon(text);
        foreach (var part in text.Split(' '))
        {
            fresh.Charges.Add(part);
        }
        return _known.GetOrAdd(text, fresh);
    }
}

public static class HeraldsOffice
{
    public static int CountLions(IEnumerable<string> texts)
    {
        var roll = new RollOfArms();
        return texts
            .AsParallel()
            .Select(text => roll.Resolve(text))
            .Sum(arms => arms.Charges.Count(c => c == "lion"));
    }
}
