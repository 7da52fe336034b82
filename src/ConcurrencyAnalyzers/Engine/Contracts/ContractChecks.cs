using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Contracts;

/// <summary>Runs all checks of written contracts over one program.</summary>
internal static class ContractChecks
{
    /// <param name="pairs">Breaches that the search for conflicting pairs came upon.</param>
    public static ImmutableArray<Breach> Find(SummaryTable table, ImmutableArray<Summary> all, EntryLocks entry, ConstructionPhase construction, IEnumerable<Breach> pairs)
    {
        var program = table.Program;
        var found = pairs.ToList();
        foreach (var tree in program.Trees)
        {
            found.AddRange(tree.Problems.Select(static problem => new Breach(problem.Place, BreachKind.Void, problem.Member) { Lock = problem.Lock, IsRequirement = problem.IsRequirement, IsOnMember = true }));
            found.AddRange(tree.MutableMembers.Select(static member => new Breach(member.Place, BreachKind.Changeable, member.Owner) { Member = member }));
        }

        var names = new HashSet<string>(program.Trees.SelectMany(static tree => tree.ContractNames), StringComparer.Ordinal);
        var summaries = all.Concat(table.OfMembers(program.Mentioning(names))).ToImmutableArray();
        var guards = new GuardCheck(table, entry, construction);
        var immutable = new ImmutableCheck(program, construction);
        foreach (var summary in summaries)
        {
            found.AddRange(guards.Accesses(summary, static field => field.Guard));
            found.AddRange(guards.Calls(summary));
            found.AddRange(immutable.Writes(summary));
        }

        return Ordered(found);
    }

    /// <summary>One finding for a place and what it is about: the widest expression, the strongest reason.</summary>
    private static ImmutableArray<Breach> Ordered(List<Breach> found)
    {
        var kept = new List<Breach>();
        foreach (var same in found.GroupBy(static breach => new { breach.Place.FilePath, About = breach.State?.Id ?? breach.Subject }))
            foreach (var breach in same.GroupBy(static breach => breach.Place).Select(static place => place.OrderBy(static breach => breach.Kind).First()))
                if (!same.Any(other => other.Place.Span != breach.Place.Span && other.Place.Span.Contains(breach.Place.Span)))
                    kept.Add(breach);
        var alike = kept.ToLookup(static breach => new { breach.Kind, About = breach.State?.Id ?? breach.Subject, breach.Lock }, static breach => breach.Place);
        return kept
            .Select(breach => breach with { Alike = alike[new { breach.Kind, About = breach.State?.Id ?? breach.Subject, breach.Lock }].OrderBy(static place => place).ToImmutableArray() })
            .OrderBy(static breach => breach.Place)
            .ThenBy(static breach => breach.Subject, StringComparer.Ordinal)
            .ToImmutableArray();
    }
}
