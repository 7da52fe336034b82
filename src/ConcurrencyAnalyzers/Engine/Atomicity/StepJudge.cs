using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>
/// What it breaks when another thread comes between an observation and an act that depends on it. Much does no harm:
/// a cache that computes a pure value twice, a flag that is taken back twice, a setter that looks before it writes.
/// </summary>
internal static class StepJudge
{
    /// <summary>The observed value went into what is stored, or names a position.</summary>
    public static StepHarm ByValue(Act act, Observation seen, Gap gap, StepInquiry uses) => act.Deed switch
    {
        Deed.Write or Deed.Set when act.IsCopy || act.Stored is Value.Constant => StepHarm.None,
        // Who exchanges the object gets the one that was there, whichever it is, and sees to it.
        Deed.Write when act is { IsAtomicCall: true, IsUpdate: false, IsDropped: false } && act.Subject.Path.Storage!.IsReferenceType => StepHarm.None,
        Deed.Write when seen.Question == Question.Value && IsUpdatable(act, gap, uses) => StepHarm.LostUpdate,
        Deed.Set when seen.Question is Question.Value or Question.Items => StepHarm.LostUpdate,
        Deed.Move when seen.Question is Question.Position or Question.Amount => act.IsCaught ? StepHarm.None : StepHarm.TakesOther,
        _ => StepHarm.None,
    };

    /// <summary>The observation decided that the act is reached.</summary>
    public static StepHarm ByDecision(Act act, Observation seen, Gap gap, BodyFacts body, StepInquiry uses)
    {
        var state = act.Subject.Path.Storage!;
        switch (act.Deed)
        {
            case Deed.Write:
                return OfWrite(act, seen, gap, body, uses);
            case Deed.Set when seen.Question == Question.Presence && TellsWhoWasFirst(body):
                return StepHarm.ActsTwice;
            case Deed.Set or Deed.TryAdd when seen.Question == Question.Presence && act is { Deed: Deed.Set } or { IsDropped: true } && ToldTwice.Is(act, seen, body):
                return StepHarm.ActsTwice;
            case Deed.Set when seen.Question == Question.Presence:
                return IsOfCaller(act, body) || IsPartOfCaller(act, body) || act.IsConstant && uses.Replaces(state) && uses.IsChanged(state) && IsNumber(act)
                    ? StepHarm.LostUpdate
                    : act.IsDrawn || IsBroughtAbout(seen, act, body) ? StepHarm.ActsTwice : Identity(act, uses);
            case Deed.Set when act.IsUpdate && seen is { Question: Question.Value, Item: not null }:
                return StepHarm.ActsTwice;
            case Deed.Add or Deed.Append or Deed.Set when seen.Question == Question.Amount && gap == Gap.Released:
                return seen.IsLoose ? StepHarm.None : StepHarm.Overflow;
            case Deed.TryAdd when seen is { Question: Question.Amount, IsOrdered: true } && !act.IsDropped:
                return StepHarm.Overflow;
            case Deed.Append when seen is { Question: Question.Amount, IsOrdered: true } && gap == Gap.Steps && PromisesRoom(seen, body):
                return StepHarm.Overflow;
            case Deed.Add when seen.Question == Question.Presence && !act.IsCaught:
                return StepHarm.Throws;
            case Deed.Append when seen.Question == Question.Presence && seen.Item is not null:
                return StepHarm.ActsTwice;
            case Deed.Include when seen.Question == Question.Presence && act.IsDropped:
                return StepHarm.ActsTwice;
            case Deed.TryAdd when seen.Question == Question.Presence && act is { IsDropped: true, UsesStored: true }:
                return act.IsDrawn ? StepHarm.ActsTwice : IsOfCaller(act, body) ? StepHarm.None : Identity(act, uses); // who hands an object in goes on with it
            case Deed.Take when seen.Question is Question.Amount or Question.Presence or Question.Front && !act.IsCaught:
                return act.Subject.Protection == Protection.Concurrent ? StepHarm.Waits : StepHarm.Throws;
            case Deed.TryTake when seen.Question == Question.Front && (!act.UsesTaken || !seen.IsNamed && !act.TestsTaken):
                return StepHarm.TakesOther;
            case Deed.TryTake when act.IsDropped:
                return seen.Question == Question.Amount && act.UsesTaken ? StepHarm.UsesNothing : StepHarm.None;
            case Deed.Remove when seen is { Question: Question.Value, Item: not null } && act.Subject.Protection == Protection.Concurrent && act is { UsesTaken: false } && (uses.Replaces(state) || !seen.IsNamed && uses.AddsOnDemand(state)):
                return StepHarm.TakesOther;
            case Deed.Change when seen is { Question: Question.Value, Item: not null, IsOrdered: true } && act.IsDropped:
                return StepHarm.ActsTwice;
            case Deed.Get when seen.Question is Question.Presence or Question.Amount && !act.IsCaught && uses.Removes(state):
                return StepHarm.Throws;
            case Deed.Move when seen.Question is Question.Amount or Question.Position && !act.IsCaught:
                return StepHarm.TakesOther;
            default:
                return StepHarm.None;
        }
    }

    /// <summary>Everything was read, and everything is thrown away later.</summary>
    /// <param name="isHeld">The collection was taken under the lock, and another is put in its place under it later.</param>
    public static StepHarm ByLoss(Act act, Observation seen, StepInquiry uses, bool isKept, bool isHeld) => act.Deed switch
    {
        Deed.Write when isHeld && act is { StoresIdentity: true, IsUpdate: false, IsTeardown: false, Subject.Path.Storage: { IsReferenceType: true, IsDisposable: false } } && seen.Question == Question.Value => StepHarm.LosesItems,
        Deed.Clear when seen.Question == Question.Items && !act.IsTeardown && (isKept || !IsDictionary(act)) => StepHarm.LosesItems,
        Deed.Write when act is { IsReset: true, IsUpdate: false, IsDropped: true, IsTeardown: false } && seen.Question == Question.Value && IsCounted(act, uses) => StepHarm.LosesItems,
        _ => StepHarm.None,
    };

    /// <summary>A number that others count up; so is a slot of an array that is counted up atomically.</summary>
    private static bool IsCounted(Act act, StepInquiry uses) => act.Subject.Path is { Storage: { } state } path
        && (path.EndsInElement ? act.Stored is Value.Constant { Text: "0" } && uses.HasWriters(state) : state.IsInterlockedNumber) && uses.Updates(state);

    /// <summary>
    /// Atomic steps on a slot of an array: each slot may have an owner, who comes back to it in as many steps as he likes, unless slots
    /// are counted up by an atomic operation, as no owner has to.
    /// </summary>
    public static bool MayHaveOwner(Act act, StepHarm harm, StepInquiry uses) => act.Subject is { IsContent: false, Protection: Protection.Atomic, Path: { EndsInElement: true, Storage: { } state } }
        && !(harm is StepHarm.LosesItems or StepHarm.LostUpdate && uses.HasWriters(state));

    private static StepHarm OfWrite(Act act, Observation seen, Gap gap, BodyFacts body, StepInquiry uses)
    {
        var state = act.Subject.Path.Storage!;
        if (seen.Question == Question.Value && NeedsFlows(act, gap) && (!act.IsTeardown && IsTakenBack(act, body) || act.IsConstant && OnlyOnce.IsBehind(act, seen, body, uses)))
            return StepHarm.ActsTwice;
        if (seen.Question != Question.Value || act.IsTeardown || act.KeepsFormer)
            return StepHarm.None;
        if (act.IsUpdate)
            return state.IsReferenceType || seen.CountsOpenWork || seen.IsSinceSet || !act.IsDropped && act.Subject.Protection == Protection.Atomic ? StepHarm.None : StepHarm.ActsTwice;
        if (act.IsConstant)
            return !act.IsReset && (gap == Gap.Released && IsOnce(act, body, uses) || gap == Gap.Await && IsBusyFlag(act, body) || gap == Gap.Steps && act is { IsAtomicCall: true, IsDropped: true }) ? StepHarm.ActsTwice : StepHarm.None;
        if (state.IsReferenceType)
            return seen.IsNullTest ? Identity(act, uses) : IsMeetingPoint(act) && !IsOfCaller(act, body) ? StepHarm.TwoObjects : StepHarm.None;

        // A setter that looks whether anything changes writes what it was given either way; the larger of two does not.
        return act.IsCopy && seen.IsOrdered && gap != Gap.Await && !IsOfSystem(act, body) ? StepHarm.LostUpdate : StepHarm.None;
    }

    /// <summary>What the system says at the moment, such as the time: who stores it a little later stores what is as right.</summary>
    private static bool IsOfSystem(Act act, BodyFacts body)
    {
        var span = act.Place.Span;
        if (act.Stored is Value.Local { Variable: var variable })
        {
            if (body.Root.All().OfType<Bind>().Where(bind => bind.Variable.Equals(variable)).ToArray() is not [var only])
                return false;
            span = only.Span;
        }

        return body.OnlyCallIn(span) is { Method: { IsSource: false, IsStatic: true }, Arguments.IsEmpty: true };
    }

    /// <summary>A flag of something that must not be begun twice; one that reports a failure or an end may be set by everybody.</summary>
    private static bool IsOnce(Act act, BodyFacts body, StepInquiry uses) =>
        act.Subject.Path.Storage is { IsBool: false } || uses.StartsWork() || s_begins.Any(word => (body.DisplayName + act.Subject.Path.Storage!.Name).IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static readonly string[] s_begins = ["start", "init", "open", "connect", "load", "subscri", "register", "run", "launch", "begin"];

    /// <summary>A plain store into a volatile word: right where one thread does so, a race for who gets in where flows are seen to come at once.</summary>
    public static bool NeedsFlows(Act act, Gap gap) =>
        gap == Gap.Steps && act is { Deed: Deed.Write, IsUpdate: false, IsReset: false, IsAtomicCall: false, Subject: { Protection: Protection.Atomic, Path.Storage: { IsReferenceType: false, IsVolatile: true } } } && (act.IsConstant || act.IsCopy);

    /// <summary>A flag that the body takes back again: it should keep others out meanwhile.</summary>
    private static bool IsBusyFlag(Act act, BodyFacts body) => act.Subject.Path.Storage is { IsBool: true } && IsTakenBack(act, body);

    private static bool IsTakenBack(Act act, BodyFacts body) => act.Subject.Path.Storage is { } flag && body.Root.All().OfType<Access>()
        .Any(access => access.Span.Start > act.Place.Span.Start && (access.Kind & (AccessKind.Write | AccessKind.Constant)) == (AccessKind.Write | AccessKind.Constant) && access.Place is Value.Field { Facts: var other } && other.Equals(flag));

    /// <summary>
    /// A number, or an object that is replaced by one made from it; any other reference is just set. Volatile writes
    /// alone are as good as a lock where there is one writer: whether there are more is settled by who knows the flows.
    /// </summary>
    private static bool IsUpdatable(Act act, Gap gap, StepInquiry uses)
    {
        var state = act.Subject.Path.Storage!;
        return gap == Gap.Steps
            ? !state.IsReferenceType || uses.HasWriters(state) || uses.IsChangedElsewhere(state)
            : !state.IsReferenceType || state.TypeId.StartsWith("T:System.Collections.Immutable.", StringComparison.Ordinal);
    }

    /// <summary>Whoever waits has taken hold of the one object: a second one that takes its place is another that nobody ends.</summary>
    private static bool IsMeetingPoint(Act act) => act is { IsUpdate: false, Stored: not Value.Field } && act.StoredTypeId is "T:System.Threading.Tasks.TaskCompletionSource" or "T:System.Threading.Tasks.TaskCompletionSource`1" or "T:System.Threading.CancellationTokenSource" or "T:System.Threading.ManualResetEventSlim" or "T:System.Threading.ManualResetEvent";

    private static StepHarm Identity(Act act, StepInquiry uses) => act.StoresIdentity || uses.IsStateful(act.StoredTypeId) ? StepHarm.TwoObjects : StepHarm.None;

    /// <summary>The caller learns whether it was the one who stored: two of them must not both hear yes.</summary>
    private static bool TellsWhoWasFirst(BodyFacts body)
    {
        var answers = body.Root.All().OfType<Jump>().Where(static jump => jump.Kind == JumpKind.Return).Select(static jump => jump.Value).OfType<Value.Constant>().Select(static answer => answer.Text).ToArray();
        return answers.Contains("True") && answers.Contains("False");
    }

    /// <summary>The caller learns that it is full: the limit is meant. What is let go in silence has a limit that may be passed.</summary>
    private static bool PromisesRoom(Observation seen, BodyFacts body) => body.Root.All().OfType<Branch>()
        .Where(branch => branch.Condition.Span.Contains(seen.Place.Span))
        .Any(branch => branch.Arms.Any(static arm => arm.All().OfType<Jump>().Any(static jump => jump.Kind == JumpKind.Throw || jump is { Kind: JumpKind.Return, Value: Value.Constant { Text: "False" } }))
            || branch.Arms.Any(static arm => arm.All().OfType<Jump>().Any(static jump => jump is { Kind: JumpKind.Return, Value: Value.Constant { Text: "True" } })) && TellsWhoWasFirst(body));

    /// <summary>Between the two the body waited for something to be brought about: an account that is opened twice.</summary>
    private static bool IsBroughtAbout(Observation seen, Act act, BodyFacts body)
    {
        if (!body.IsAsync)
            return false;
        var commands = body.Root.All().OfType<Call>().Where(call => call.Span.Start > seen.Place.Span.Start && call.Span.End <= act.Place.Span.End && Commands.Is(call)).Select(static call => call.Number).ToArray();
        return commands.Length > 0 && body.Root.All().OfType<Await>().Any(await => await.Operand is Value.CallResult { Node: var awaited } && commands.Contains(awaited));
    }

    /// <summary>What is stored is what the caller handed in: whoever comes first should keep it.</summary>
    private static bool IsOfCaller(Act act, BodyFacts body) => act.Stored is Value.Local { Variable: var variable } && body.Parameters.Contains(variable);

    /// <summary>
    /// Part of an object that the caller handed in, under a key that is handed in beside it, or one of many that the object comes with: others
    /// come with the same key and another object.
    /// </summary>
    private static bool IsPartOfCaller(Act act, BodyFacts body) =>
        act is { Stored: Value.Field { Receiver: Value.Local { Variable: var whole } }, Item: ['L', ':', ..] } && body.Parameters.Contains(whole) && act.Item.Substring(2) is var key && key != whole.Id
        && (body.Parameters.Any(parameter => parameter.Id == key) || body.Root.All().OfType<Bind>().Where(bind => bind.Variable.Id == key).ToArray() is { Length: > 0 } binds && Array.TrueForAll(binds, static bind => bind.Value is Value.Element));

    /// <summary>Walking the entries to take leave of them, and then dropping them, is common; queues are filled to be read.</summary>
    private static bool IsDictionary(Act act) => act.Subject.Path.Storage!.TypeId.Contains("Dictionary");

    private static bool IsNumber(Act act) => act.Stored is Value.Constant { Text: var text } && text.Length > 0 && (char.IsDigit(text[0]) || text[0] == '-');
}
