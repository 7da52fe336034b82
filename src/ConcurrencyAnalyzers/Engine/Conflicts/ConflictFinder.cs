using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Contracts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>What the search for conflicting pairs yields.</summary>
/// <param name="Breaches">Written contracts that are broken.</param>
/// <param name="Inferred">Contracts that could be written.</param>
internal sealed record SharedStateFindings(ImmutableArray<Conflict> Conflicts, ImmutableArray<Breach> Breaches, ImmutableArray<InferredContract> Inferred);

/// <summary>Runs the searches for conflicting pairs over one program.</summary>
internal static class ConflictFinder
{
    /// <summary>Where a contract speaks of an access, no conflict repeats it.</summary>
    /// <param name="conflicts">Gets every pair that can overlap.</param>
    public static SharedStateFindings Find(SummaryTable table, ImmutableArray<Summary> summaries, EntryLocks entry, ConflictTable conflicts)
    {
        var program = table.Program;
        var relays = new Relays(summaries);
        foreach (var summary in summaries)
            ForkConflicts.Find(program, summary, entry.Of(summary.Body), relays, conflicts);
        var promised = new PromisedSafety(program);
        var construction = new ConstructionPhase(table, entry);
        var inference = new ContractInference(table, entry, construction);
        TypeConflicts.Find(program, summaries, entry, conflicts, promised, inference);
        FinalizerUses.Find(table, summaries, conflicts);
        RootConflicts.Find(program, summaries, entry, conflicts);
        var breaches = ContractChecks.Find(table, summaries, entry, construction, conflicts.Confined.ToBreaches().Concat(promised.ToBreaches()));
        var told = new HashSet<StateAt>(breaches.Select(static breach => new StateAt(breach.Place, breach.State?.Id)));
        var found = conflicts.ToFindings().Where(conflict => !told.Contains(new(conflict.Here.Place, conflict.State.Id))).ToImmutableArray();
        return new(found, breaches, inference.Find(summaries, found));
    }
}
