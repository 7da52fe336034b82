using System;
using System.Collections.Generic;
using System.Linq;

namespace Horticulture.Pruning;

public abstract class ReferenceTable<TKey, TEntry>
    where TKey : notnull
    where TEntry : class
{
    private readonly object _filling = new();
    private volatile Dictionary<TKey, TEntry>? _entries;

    public TEntry? Find(TKey key)
    {
        if (_entries is null)
        {
            lock (_filling)
            {
                if (_entries is null)
                {
                    var entries = new Dictionary<TKey, TEntry>();
                    foreach (var (entryKey, entry) in ReadAll())
                    {
                        entries[entryKey] = entry;
                    }
                    _entries = entries;
                }
            }
        }
        return _entries.GetValueOrDefault(key);
    }

    protected abstract IEnumerable<(TKey Key, TEntry Entry)> ReadAll();
}

public sealed record PruningAdvice(int FirstWeek, int LastWeek, double CutCm);

public sealed class PruningTable : ReferenceTable<string, PruningAdvice>
{
    private readonly Func<IEnumerable<string>> _lines;

    public PruningTable(Func<IEnumerable<string>> lines) => _lines = lines;

    protected override IEnumerable<(string Key, PruningAdvice Entry)> ReadAll()
    {
        foreach (var line in _lines())
        {
            var cells = line.Split(';');
            yield return (cells[0], new PruningAdvice(int.Parse(cells[1]), int.Parse(cells[2]), double.Parse(cells[3])));
        }
    }
}

public static class OrchardPlanner
{
    public static string[] Plan(string[] trees, int week, Func<IEnumerable<string>> lines)
    {
        var table = new PruningTable(lines);
        return trees
            .AsParallel()
            .Where(tree => table.Find(tree) is { } advice && advice.FirstWeek <= week && week <= advice.LastWeek)
            .ToArray();
    }
}
