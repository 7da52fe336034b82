using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>
/// Two regions inside one outer lock: nobody comes between them if every change of the state is made under that lock, which
/// helpers have from those who call them.
/// </summary>
internal sealed class OuterLocks(EntryLocks entry, ImmutableArray<Summary> all)
{
    private ILookup<FieldFacts, Use>? _writers;

    public bool KeepOut(BrokenStep step) =>
        !step.Outer.IsEmpty && step.Subject.Path is { Root: RootKind.This or RootKind.Static, Storage: { } state } path && step.Outer.Paths.Any(outer => Writers[state].All(writer => IsUnder(outer, path, writer)));

    /// <summary>What changes each state, where it stands; what makes an object is alone with it.</summary>
    private ILookup<FieldFacts, Use> Writers => _writers ??= all
        .Where(static summary => !summary.Body.IsConstruction)
        .SelectMany(static summary => summary.Effects.Where(static effect => effect is { Writes: true, Trace.IsEmpty: true, Path.Storage: not null }).Select(effect => new Use(summary, effect)))
        .ToLookup(static writer => writer.Effect.Path.Storage!);

    private bool IsUnder(AccessPath outer, AccessPath state, Use writer)
    {
        var (path, locks) = (writer.Effect.Path, writer.Effect.Locks);
        var steps = path.Steps.Length - (path.IsContent ? 1 : 0) - state.Steps.Length;
        if (steps < 0 || locks.HasUnknown)
            return locks.HasUnknown;
        return (outer.Root == RootKind.Static ? outer : outer.Rebase(path.Prefix(steps))) is { } held && (locks.Contains(held.Key) || entry.Of(writer.Summary.Body).Contains(held.Key));
    }
}
