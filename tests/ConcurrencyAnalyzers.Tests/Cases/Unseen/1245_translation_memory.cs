using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Cat.Memory;

public sealed record TranslationUnit(string Source, string Target, string Domain);

public sealed class TranslationMemory
{
    private readonly object _gate = new();
    private readonly List<TranslationUnit> _units = new();

    public int Size
    {
        get
        {
            lock (_gate)
            {
                return _units.Count;
            }
        }
    }

    public void Learn(TranslationUnit unit)
    {
        lock (_gate)
        {
            _units.RemoveAll(u => u.Source == unit.Source && u.Domain == unit.Domain);
            _units.Add(unit);
        }
    }

    public IEnumerable<TranslationUnit> Matches(string prefix, string domain)
    {
        lock (_gate)
        {
            return _units // expect: ESCAPES_LOCK#1
                .Where(u => u.Domain == domain) // expect: ESCAPES_LOCK#1
                .Where(u => u.Source.StartsWith(prefix, StringComparison.Ordinal)); // expect: ESCAPES_LOCK#1
        }
    }
}

public sealed class SuggestionPane
{
    private readonly TranslationMemory _memory;

    public SuggestionPane(TranslationMemory memory) => _memory = memory;

    public string? Best(string typed)
    {
        string? best = null;
        foreach (var unit in _memory.Matches(typed, "legal")) // expect: INCONSISTENT_LOCK?
        {
            if (best is null || unit.Target.Length < best.Length)
            {
                best = unit.Target;
            }
        }
        return best;
    }
}

public static class TranslationDesk
{
    public static async Task<string?> TypeAsync(IReadOnlyList<TranslationUnit> imported, string typed)
    {
        var memory = new TranslationMemory();
        var import = Task.Run(() =>
        {
            foreach (var unit in imported)
            {
                memory.Learn(unit);
            }
        });
        var suggestion = await Task.Run(() => new SuggestionPane(memory).Best(typed));
        await import;
        return suggestion;
    }
}
