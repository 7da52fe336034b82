using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>A captured variable that a started delegate reads while the code that started it changes it.</summary>
internal sealed record ChangedCapture(Place Use, FieldFacts Variable, Place Change, Flow Flow);

/// <summary>
/// Finds variables that a loop changes while what earlier turns started may still be running: C# captures the
/// variable, not its value, so the delegate sees a later turn's. Only repeated starts count; a variable that is meant
/// to be watched (a stop flag, a progress text polled by one thread) has one start.
/// </summary>
internal static class ChangedCaptures
{
    public static ImmutableArray<ChangedCapture> Find(IEnumerable<Summary> summaries) => summaries
        .SelectMany(static summary => summary.Overlaps)
        .SelectMany(Find)
        .GroupBy(static capture => new { capture.Variable.Id, capture.Flow.Start })
        .Select(static same => same.OrderBy(static capture => capture.Use).ThenBy(static capture => capture.Change).First())
        .OrderBy(static capture => capture.Use)
        .ThenBy(static capture => capture.Variable.Id, StringComparer.Ordinal)
        .ToImmutableArray();

    private static IEnumerable<ChangedCapture> Find(Overlap overlap)
    {
        var (change, fork, stale) = overlap;
        if (!IsVariable(change.Path) || !change.Writes || change.IsAtomic || stale.Contains(change.Path.RootKey) || !StartsAgain(fork)
            || change.Path.RootField is { IsBool: true } && (change.Kind & AccessKind.Constant) != 0
            || fork.Effects.Any(effect => effect.Writes && effect.Path.Equals(change.Path)))
            yield break;
        foreach (var use in fork.Effects)
            if (use.Reads && !use.IsAtomic && use.Path.Equals(change.Path) && Judge.Conflict(change, use, sameFork: false))
                yield return new(use.Place, change.Path.RootField!, change.Place, FlowText.Of(fork));
    }

    private static bool IsVariable(AccessPath path) => path is { Root: RootKind.Local, Steps.IsEmpty: true };

    private static bool StartsAgain(Fork fork) =>
        fork.Kind is ForkKind.Task or ForkKind.Thread or ForkKind.PoolItem or ForkKind.AsyncCall && fork.Concurrent.ContainsKey(fork.Id);
}
