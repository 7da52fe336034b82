using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Ways of working of which one is chosen when an object begins its work: a field is set to what the caller wants where the
/// flow is started, the flow is started in one mode only, and a member leaves at once in that mode.
/// </summary>
internal sealed class Modes(ProgramIndex program)
{
    private readonly Dictionary<string, Setting?> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<StateAt, Setting?> _started = [];

    private sealed record Setting(FieldFacts Mode, bool Value);

    /// <summary>Whether the member does nothing in the mode in which the flow runs.</summary>
    public bool KeepApart(BodyFacts member, Fork flow)
    {
        if (!_asked.TryGetValue(member.Id, out var asked))
            _asked[member.Id] = asked = AskedBy(member);
        if (asked is not { } wanted)
            return false;
        var key = new StateAt(flow.Place, wanted.Mode.Id);
        if (!_started.TryGetValue(key, out var started))
            _started[key] = started = StartedIn(flow.Place, wanted.Mode);
        return started is { } mode && mode.Mode.Equals(wanted.Mode) && mode.Value != wanted.Value;
    }

    /// <summary>The value of a flag without which the member returns before it does anything.</summary>
    private static Setting? AskedBy(BodyFacts member)
    {
        var first = member.Root is Sequence sequence ? sequence.Nodes.FirstOrDefault(static node => node is Branch or Call or Loop or LockRegion or TryNode) : member.Root;
        if (first is not Branch { Arms: [var whenTrue, var whenFalse], Test: Value.Field { Receiver: Value.ThisValue, Facts: { IsBool: true } mode } } branch)
            return null;
        return Leaves(whenTrue) ? new(mode, branch.Negated) : Leaves(whenFalse) ? new(mode, !branch.Negated) : null;
    }

    private static bool Leaves(Node arm) => arm is Jump { Kind: JumpKind.Return or JumpKind.Throw } || arm is Sequence { Nodes: [.., Jump { Kind: JumpKind.Return or JumpKind.Throw }] };

    /// <summary>The value that the mode has where the flow is started.</summary>
    private Setting? StartedIn(Place start, FieldFacts mode)
    {
        foreach (var body in program.MembersOf(mode.OwnerId).SelectMany(program.BodiesOf))
        {
            if (body.FilePath != start.FilePath || !body.Span.Contains(start.Span) || body.IsNested)
                continue;
            var given = GivenIn(body, mode);
            if (given is null || !program.MembersOf(mode.OwnerId).SelectMany(program.BodiesOf).All(other => other.Id == body.Id || other.Kind == BodyKind.Constructor || !Sets(other, mode)))
                return null;
            foreach (var branch in body.Root.All().OfType<Branch>())
                if (branch.Arms.Length == 2 && (branch.Test is Value.Local { Variable: var parameter } && parameter.Equals(given) || branch.Test is Value.Field { Receiver: Value.ThisValue, Facts: var tested } && tested.Equals(mode)))
                    for (var arm = 0; arm < 2; arm++)
                        if (branch.Arms[arm].All().Any(node => node is Call && node.Span.Contains(start.Span)))
                            return new(mode, arm == 0 != branch.Negated);
        }

        return null;
    }

    /// <summary>The parameter that the body stores as the mode; null where it stores anything else.</summary>
    private static FieldFacts? GivenIn(BodyFacts body, FieldFacts mode)
    {
        var stores = body.Root.All().OfType<Access>().Where(access => IsStore(access, mode)).ToArray();
        return stores is [{ Stored: Value.Local { Variable: var given } }] && body.Parameters.Contains(given) ? given : null;
    }

    private static bool Sets(BodyFacts body, FieldFacts mode) => body.Root.All().OfType<Access>().Any(access => IsStore(access, mode));

    private static bool IsStore(Access access, FieldFacts mode) => (access.Kind & AccessKind.Write) != 0 && access.Place is Value.Field { Facts: var stored } && stored.Equals(mode);
}
