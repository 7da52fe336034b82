using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>
/// Steps of one flow: a body that nobody comes to but the one loop, queue or timer that the type starts. Where all who change a state are
/// steps of that flow, nobody comes between a look at the state and the change.
/// </summary>
/// <param name="started">Ids of the bodies that flows begin with.</param>
/// <param name="isParallel">Whether several runs of such a body are seen to overlap.</param>
internal sealed class OneFlow(ProgramIndex program, EntryLocks entry, StateUses uses, HashSet<string> started, Func<BodyFacts, bool> isParallel)
{
    private const int MaxCalls = 6;

    private readonly Dictionary<string, string?> _flows = new(StringComparer.Ordinal);

    /// <summary>Whether whoever could do harm between the two steps is a step of the same run.</summary>
    public bool IsAlone(BrokenStep step, BodyFacts body) =>
        FlowOf(body, 0) is { } flow && uses.ChangersOf(step.State).SelectMany(program.BodiesOf).All(changer => !Disturbs(changer, step) || FlowOf(changer, 0) == flow);

    /// <summary>Whoever makes an object where none is found is disturbed by others that make one, not by those who take it away.</summary>
    public static bool Disturbs(BodyFacts changer, BrokenStep step) => !changer.IsConstruction
        && changer.Root.All().Any(node => node switch
        {
            Access access => (access.Kind & AccessKind.Write) != 0 && IsIn(access.Place, step.State) && !(step.Harm == StepHarm.TwoObjects && (access.Kind & AccessKind.Null) != 0),
            Call call => call.Receiver is { } receiver && IsIn(receiver, step.State) && !(step.Harm == StepHarm.TwoObjects && !step.Subject.IsContent)
                || call.Arguments.Any(argument => argument.IsByRef && IsIn(argument.Value, step.State) && !BodyLowering.IsRead(call.Method, call.Arguments) && !(step.Harm == StepHarm.TwoObjects && TakesAway(call))),
            _ => false,
        });

    private static bool TakesAway(Call call) => call.Method is { TypeId: "T:System.Threading.Interlocked", Name: "Exchange" } && call.Argument(1) is Value.Constant { Text: "" };

    private static bool IsIn(Value place, FieldFacts state) => place switch
    {
        Value.Field field => field.Facts.Equals(state),
        Value.Element element => IsIn(element.Container, state),
        _ => false,
    };

    /// <summary>The body that the one flow begins with which all ways to this body come from; null where there are others.</summary>
    private string? FlowOf(BodyFacts body, int depth)
    {
        if (_flows.TryGetValue(body.Id, out var known))
            return known;
        _flows[body.Id] = null;
        return _flows[body.Id] = FindFlow(body, depth);
    }

    private string? FindFlow(BodyFacts body, int depth)
    {
        if (depth > MaxCalls || body.IsExternallyVisible || program.ImplementedBy(body.Id).Any())
            return null;
        var callers = entry.CallersEverywhere(body.Id).ToArray();
        if (started.Contains(body.Id))
            return callers.Length == 0 && (body.IsNested || body.IsPrivate) && !isParallel(body) ? body.Id : null;
        string? flow = null;
        foreach (var caller in callers)
        {
            if (program.Body(caller) is not { } by || FlowOf(by, depth + 1) is not { } one || flow is not null && flow != one)
                return null;
            flow = one;
        }

        return flow;
    }
}
