using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// What an observer does before it subscribes itself: nothing notifies it yet, and it has started nothing, so that nobody is
/// in it but who sets it up. Once, that is: where the code is seen to come again, the first source may send by then.
/// </summary>
internal static class SetUp
{
    /// <summary>Calls between a notice and what is done once more for it.</summary>
    private const int MaxDepth = 4;

    /// <summary>Where the body first hands the object, or something to run, to anybody; null where it is not one that subscribes its object.</summary>
    public static int? EndOf(ProgramIndex program, EntryLocks calls, BodyFacts body)
    {
        if (body.IsNested || body.Kind != BodyKind.Method || IsNotice(body) || program.Type(body.TypeId)?.Bases.Contains("T:System.IObserver`1") != true)
            return null;
        var handing = body.Root.All().OfType<Call>().Where(call => Steps(program, call).Any(Hands)).ToArray();
        return handing.Any(call => Steps(program, call).Any(Subscribes)) && !IsCalledAgain(program, calls, body) ? handing.Min(static call => call.Span.Start) : null;
    }

    private static readonly string[] s_begun = ["start", "begun", "running", "active", "readonly", "frozen", "freez", "sealed", "initial", "connected", "opened", "built"];

    /// <summary>
    /// A member that throws first of all once a flag says that the object is started, or may not be changed any more: what it stores
    /// then is part of the set-up.
    /// </summary>
    public static bool RefusesOnceStarted(BodyFacts body)
    {
        if (body.IsNested || body.Kind is not (BodyKind.Method or BodyKind.Accessor) || body.Root.All().OfType<Branch>().FirstOrDefault() is not { Arms.Length: 2 } guard || !guard.Arms.Any(static arm => arm.All().Any(static node => node is Jump { Kind: JumpKind.Throw })))
            return false;
        var flags = new List<FieldFacts>();
        foreach (var node in body.Root.All())
            if (node.Span.Start < guard.Condition.Span.Start && node is Call or Access)
                return false;
            else if (node is Access { Place: Value.Field { Receiver: Value.ThisValue, Facts: var flag } } && guard.Condition.Span.Contains(node.Span))
                flags.Add(flag);
        return flags is [{ IsReferenceType: false, Name: var name }] && ThrowsOnceSet(guard) && SaysBegun(name);
    }

    private static bool ThrowsOnceSet(Branch guard)
    {
        var throwing = guard.Arms[0].All().Any(static node => node is Jump { Kind: JumpKind.Throw }) ? 0 : 1;
        return guard.Test is Value.Field ? throwing == (guard.Negated ? 1 : 0)
            : guard.Comparisons.Any(compared => compared.Arm == throwing && compared.IsEqual == compared.Constant is not ("0" or "False" or "false"));
    }

    /// <summary>One of the words begins where a word of the name does.</summary>
    private static bool SaysBegun(string name)
    {
        for (var i = 0; i < name.Length; i++)
            if ((i == 0 || name[i - 1] == '_' || char.IsUpper(name[i])) && s_begun.Any(word => string.Compare(name, i, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0))
                return true;
        return false;
    }

    /// <summary>A plain store of such a member.</summary>
    public static bool IsPlainStore(Effect effect) => effect is { Trace.IsEmpty: true, Writes: true, IsUpdate: false, IsContent: false, Path.Steps.Length: 1 };

    /// <summary>Where the member starts a flow that its object keeps; null where it starts none.</summary>
    public static int? StartIn(Summary summary)
    {
        int? start = null;
        foreach (var fork in summary.Forks)
            if ((fork.Kind is ForkKind.Thread or ForkKind.Task || fork.Kind == ForkKind.AsyncCall && fork.Effects.Any(static effect => effect.InLoop)) && fork.Id.IndexOf('>') < 0 && fork.HandleKeys.Any(static key => key.StartsWith("this.", StringComparison.Ordinal)))
                start = Math.Min(start ?? int.MaxValue, fork.Place.Span.Start);
        return start;
    }

    /// <summary>
    /// What such a member sets or empties under no lock before that: the object begins anew, and who takes a lock for it elsewhere does
    /// so because of the flow.
    /// </summary>
    public static bool IsReset(Effect effect, int? start) =>
        start is { } begun && effect is { Trace.IsEmpty: true, Writes: true, InLoop: false, Locks.IsEmpty: true, Path: { Root: RootKind.This, Steps.Length: <= 2 } } && effect.Place.Span.End <= begun
        && (effect.IsContent ? effect.Operator == "Clear" : !effect.IsUpdate && effect.Path.Steps.Length == 1);

    private static bool IsNotice(BodyFacts body) => body.DisplayName is "OnNext" or "OnError" or "OnCompleted";

    /// <summary>A caller does it more than once for one object, or the object does it when it is notified.</summary>
    private static bool IsCalledAgain(ProgramIndex program, EntryLocks calls, BodyFacts body)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new List<string> { body.Id };
        for (var depth = 0; depth < MaxDepth && next.Count > 0; depth++)
            next = next.SelectMany(calls.CallersEverywhere).Where(seen.Add).ToList();
        return seen.Select(program.Body).Any(caller => caller is not null && IsNotice(caller) && caller.TypeId == body.TypeId)
            || calls.CallersEverywhere(body.Id).Select(program.Body).Any(caller => caller is not null && Repeats(program, caller, body.Id));
    }

    private static bool Repeats(ProgramIndex program, BodyFacts caller, string bodyId)
    {
        var receivers = caller.Root.All().OfType<Call>().Where(call => program.Targets(call.Method).Contains(bodyId)).Select(static call => call.Receiver).Distinct();
        return receivers.Any(receiver => Times(caller.Root, call => Equals(call.Receiver, receiver) && program.Targets(call.Method).Contains(bodyId), receiver) > 1);
    }

    /// <summary>How often the calls run at most, as far as this matters: not at all, once, or more.</summary>
    private static int Times(Node node, Func<Call, bool> counts, Value? receiver) => node switch
    {
        Call call => counts(call) ? 1 : 0,
        Branch branch => Times(branch.Condition, counts, receiver) + branch.Arms.Select(arm => Times(arm, counts, receiver)).DefaultIfEmpty().Max(),
        Loop loop => (loop.Trips.Constant == 1 || IsNewEachTurn(loop, receiver) ? 1 : 2) * loop.Children().Sum(part => Times(part, counts, receiver)),
        _ => node.Children().Sum(part => Times(part, counts, receiver)),
    };

    private static bool IsNewEachTurn(Loop loop, Value? receiver) => receiver switch
    {
        Value.Local { Variable: var variable } => loop.Variables.Contains(variable) || loop.All().Any(node => node is Declare declare && declare.Variable.Equals(variable)),
        Value.CallResult { Node: var number } => loop.All().Any(node => node is Call call && call.Number == number),
        _ => false,
    };

    /// <summary>The call, and those that its own helper makes.</summary>
    private static IEnumerable<Call> Steps(ProgramIndex program, Call call) => call.Receiver is Value.ThisValue
        ? program.Targets(call.Method).Select(program.Body).OfType<BodyFacts>().SelectMany(static helper => helper.Root.All()).OfType<Call>().Prepend(call)
        : [call];

    private static bool Hands(Call call) => call.Arguments.Any(static argument => argument.Value is Value.ThisValue or Value.Lambda or Value.MethodGroup);

    private static bool Subscribes(Call call) => call.Method.Name.StartsWith("Subscribe", StringComparison.Ordinal) && call.Arguments.Any(static argument => argument.Value is Value.ThisValue);

    /// <summary>Whether the access, or the call that leads to it, stands before that in the body.</summary>
    public static bool IsBefore(Effect effect, BodyFacts body, int? end)
    {
        if (end is not { } handed || effect.InLoop)
            return false;
        var step = effect.Trace.IsEmpty ? effect.Place : effect.Trace[0];
        return step.FilePath == body.FilePath && body.Span.Contains(step.Span) && step.Span.End <= handed;
    }
}
