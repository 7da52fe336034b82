using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Bodies that start a flow and then go on to set fields which it reads: it can find them unset. Read-only fields take no
/// part in other conflicts, so the reads are looked up in the bodies that the flow runs on the same object. Where it is not a
/// constructor that starts the flow, only what has no value before counts, and only a use that breaks without one.
/// </summary>
internal static class LateInitialization
{
    private const int MaxDepth = 3;

    public static void Find(ProgramIndex program, Summary summary, Fork fork, IEnumerable<Effect> own, ConflictTable table)
    {
        var isConstructor = summary.Body.Kind == BodyKind.Constructor;
        var late = own.Where(effect => effect is { Writes: true, IsAtomic: false, IsContent: false, Path: { Root: RootKind.This, Steps.Length: 1 }, Locks.IsEmpty: true } && !IsHandle(effect) && !IsDoneByFlow(effect) && (isConstructor || IsFirstValue(program, summary, effect)))
            .ToLookup(static effect => effect.Path.Storage!);
        if (late.Count == 0)
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var bodyId in fork.Bodies.OrderBy(static id => id, StringComparer.Ordinal))
            Look(bodyId, 0);

        // What the flow stores as well, by the same step, is no part of the making.
        bool IsDoneByFlow(Effect write) => !write.Trace.IsEmpty && fork.Effects.Any(done => done.Writes && done.Place == write.Place);

        // What a base type's constructor starts runs the members that the object's own type overrides.
        bool IsOfObject(BodyFacts body) =>
            body.TypeId == summary.Body.TypeId || isConstructor && program.Type(summary.Body.TypeId) is { } type && type.Bases.Contains(body.TypeId);

        void Look(string bodyId, int depth)
        {
            if (depth > MaxDepth || !seen.Add(bodyId) || program.Body(bodyId) is not { } body || !IsOfObject(body))
                return;
            foreach (var node in body.Root.All())
            {
                if (node is Access { Place: Value.Field { Receiver: Value.ThisValue, Facts: var field } } access && (access.Kind & (AccessKind.Read | AccessKind.Atomic)) == AccessKind.Read
                    && (isConstructor || (access.Kind & (AccessKind.Dereference | AccessKind.NullSafe)) == AccessKind.Dereference && !IsTested(body, field) && !IsAwaitedFor(summary, fork, body, access)))
                    foreach (var write in late[field])
                        table.AddOffender(write, FlowText.Rest(summary.Body), new Effect(write.Path, access.Kind & ~AccessKind.Write, LockSet.Empty, new Place(body.FilePath, access.Span), body.DisplayName, body.Id), FlowText.Of(fork), Harm.Unfinished, Tier.A);
                else if (node is Call { Receiver: Value.ThisValue } call)
                    foreach (var target in program.Targets(call.Method))
                        Look(target, depth + 1);
            }
        }
    }

    /// <summary>The only store into a reference that nothing gives a value before, in one step of the body itself.</summary>
    private static bool IsFirstValue(ProgramIndex program, Summary summary, Effect write) =>
        write is { IsUpdate: false, Operator: "", InLoop: false, Trace.IsEmpty: true } && (write.Kind & AccessKind.Constant) == 0 && write.BodyId == summary.Body.Id
        && write.Path.Storage is { IsReferenceType: true, IsReadOnly: false, IsPrivate: true, IsEvent: false } field
        && !program.InitializersOf(field.OwnerId).Concat(program.MembersOf(field.OwnerId).SelectMany(program.BodiesOf).Select(static body => body.Id)).Distinct()
            .Select(program.Body).OfType<BodyFacts>()
            .Any(body => body.Root.All().OfType<Access>().Any(access => access.Place is Value.Field { Facts: var stored } && stored.Equals(field)
                && (access.Kind & (AccessKind.Write | AccessKind.Constant | AccessKind.Content)) == AccessKind.Write && !(body.Id == write.BodyId && access.Span == write.Place.Span)));

    private static bool IsTested(BodyFacts body, FieldFacts field) =>
        body.Root.All().OfType<Access>().Any(access => (access.Kind & AccessKind.Test) != 0 && access.Place is Value.Field { Facts: var tested } && tested.Equals(field));

    /// <summary>The flow has waited for a signal that its starter gives, or holds a lock, when it reads.</summary>
    private static bool IsAwaitedFor(Summary starter, Fork fork, BodyFacts body, Access access) =>
        fork.Effects.Any(effect => effect.Place.FilePath == body.FilePath && effect.Place.Span == access.Span
            && (!effect.Locks.IsEmpty || starter.Effects.Any(signal => signal.IsSignal && effect.Joined.Contains(signal.Path.Key))));

    /// <summary>The timer or thread itself: what it runs hardly ever comes before the assignment, and looks at it late.</summary>
    private static bool IsHandle(Effect effect) => effect.Path.Storage is not { } storage || storage.TypeId.StartsWith("T:System.Threading.", StringComparison.Ordinal);
}
