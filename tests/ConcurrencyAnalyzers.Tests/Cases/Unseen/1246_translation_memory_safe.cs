using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Cat.Terminology;

public sealed record TermPair(string Source, string Target, string Domain);

public sealed class TermBase
{
    private readonly object _gate = new();
    private readonly List<TermPair> _pairs = new();

    public void Learn(TermPair pair)
    {
        lock (_gate)
        {
            _pairs.RemoveAll(p => p.Source == pair.Source && p.Domain == pair.Domain);
            _pairs.Add(pair);
        }
    }

    public IEnumerable<TermPair> Matches(string prefix, string domain)
    {
        lock (_gate)
        {
            foreach (var pair in _pairs)
            {
                if (pair.Domain == domain && pair.Source.StartsWith(prefix, StringComparison.Ordinal))
                {
                    yield return pair; // expect: ESCAPES_LOCK?
                }
            }
        }
    }
}

public sealed class TermPane
{
    private readonly TermBase _terms;

    public TermPane(TermBase terms) => _terms = terms;

    public string? Best(string typed)
    {
        string? best = null;
        foreach (var pair in _terms.Matches(typed, "legal"))
        {
            if (best is null || pair.Target.Length < best.Length)
            {
                best = pair.Target;
            }
        }
        return best;
    }
}

public static class TermDesk
{
    public static async Task<string?> TypeAsync(IReadOnlyList<TermPair> imported, string typed)
    {
        var terms = new TermBase();
        var import = Task.Run(() =>
        {
            foreach (var pair in imported)
            {
                terms.Learn(pair);
            }
        });
        var suggestion = await Task.Run(() => new TermPane(terms).Best(typed));
        await import;
        return suggestion;
    }
}
