using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Constructors that start a flow and then go on to set fields which it reads: it can find them unset. Read-only fields
/// take no part in other conflicts, so the reads are looked up in the bodies that the flow runs on the same object.
/// </summary>
internal static class LateInitialization
{
    private const int MaxDepth = 3;

    public static void Find(ProgramIndex program, Summary summary, Fork fork, IEnumerable<Effect> own, ConflictTable table)
    {
        if (summary.Body.Kind != BodyKind.Constructor)
            return;
        var late = own.Where(static effect => effect is { Writes: true, IsAtomic: false, IsContent: false, Path: { Root: RootKind.This, Steps.Length: 1 }, Locks.IsEmpty: true } && !IsHandle(effect)).ToLookup(static effect => effect.Path.Storage!);
        if (late.Count == 0)
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var bodyId in fork.Bodies.OrderBy(static id => id, StringComparer.Ordinal))
            Look(bodyId, 0);

        void Look(string bodyId, int depth)
        {
            if (depth > MaxDepth || !seen.Add(bodyId) || program.Body(bodyId) is not { } body || body.TypeId != summary.Body.TypeId)
                return;
            foreach (var node in body.Root.All())
            {
                if (node is Access { Place: Value.Field { Receiver: Value.ThisValue, Facts: var field } } access && (access.Kind & (AccessKind.Read | AccessKind.Atomic)) == AccessKind.Read)
                    foreach (var write in late[field])
                        table.AddOffender(write, FlowText.Rest(summary.Body), new Effect(write.Path, access.Kind & ~AccessKind.Write, LockSet.Empty, new Place(body.FilePath, access.Span), body.DisplayName, body.Id), FlowText.Of(fork), Harm.Unfinished, Tier.A);
                else if (node is Call { Receiver: Value.ThisValue } call)
                    foreach (var target in program.Targets(call.Method))
                        Look(target, depth + 1);
            }
        }
    }

    /// <summary>The timer or thread itself: what it runs hardly ever comes before the assignment, and looks at it late.</summary>
    private static bool IsHandle(Effect effect) => effect.Path.Storage is not { } storage || storage.TypeId.StartsWith("T:System.Threading.", StringComparison.Ordinal);
}
