using System;
using System.Collections.Generic;
using System.Linq;

namespace Horticulture.Seeds;

public abstract class ReferenceBook<TKey, TEntry>
    where TKey : notnull
    where TEntry : class
{
    private readonly object _filling = new();
    private volatile Dictionary<TKey, TEntry>? _entries;

    public TEntry? Find(TKey key)
    {
        if (_entries is null) // expect: LAZY_INIT#1
        {
            lock (_filling)
            {
                if (_entries is null)
                {
                    _entries = new Dictionary<TKey, TEntry>(); // expect: LAZY_INIT#1
                    foreach (var (entryKey, entry) in ReadAll())
                    {
                        _entries[entryKey] = entry; // expect: RACE?
                    }
                }
            }
        }
        return _entries.GetValueOrDefault(key); // expect: RACE?
    }

    protected abstract IEnumerable<(TKey Key, TEntry Entry)> ReadAll();
}

public sealed record SowingAdvice(int FirstWeek, int LastWeek, double DepthCm);

public sealed class SowingBook : ReferenceBook<string, SowingAdvice>
{
    private readonly Func<IEnumerable<string>> _lines;

    public SowingBook(Func<IEnumerable<string>> lines) => _lines = lines;

    protected override IEnumerable<(string Key, SowingAdvice Entry)> ReadAll()
    {
        foreach (var line in _lines())
        {
            var cells = line.Split(';');
            yield return (cells[0], new SowingAdvice(int.Parse(cells[1]), int.Parse(cells[2]), double.Parse(cells[3])));
        }
    }
}

public static class GardenPlanner
{
    public static string[] Plan(string[] crops, int week, Func<IEnumerable<string>> lines)
    {
        var book = new SowingBook(lines);
        return crops
            .AsParallel()
            .Where(crop => book.Find(crop) is { } advice && advice.FirstWeek <= week && week <= advice.LastWeek)
            .ToArray();
    }
}
