using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Lambdas that go out with an object that a member makes for its caller, such as a subscription that its holder ends: they
/// run when the caller pleases, whatever lock was held where they were written down.
/// </summary>
internal static class GivenOut
{
    /// <returns>Ids of their bodies.</returns>
    public static IEnumerable<string> Of(ImmutableArray<Summary> all)
    {
        HashSet<string>? given = null;
        foreach (var summary in all)
            if (summary is { Body: { IsNested: false, IsExternallyVisible: true, Kind: BodyKind.Method }, Acquired.IsEmpty: true, Stores.IsEmpty: false, Result.Single: { Root: RootKind.Object, Steps.IsEmpty: true, RootId: var made } })
                foreach (var cell in summary.Stores)
                    if (cell.Key.Root == RootKind.Object && cell.Key.RootId == made)
                        foreach (var target in cell.Value.Delegates)
                            if (target.IsClosure)
                                (given ??= new(StringComparer.Ordinal)).Add(target.BodyId);

        // Who gives a lock back took it for the caller, and who starts work is judged where the work is.
        return given is null ? [] : all.Where(summary => given.Contains(summary.Body.Id) && summary is { Released.IsEmpty: true, Forks.IsEmpty: true }).Select(static summary => summary.Body.Id);
    }
}
