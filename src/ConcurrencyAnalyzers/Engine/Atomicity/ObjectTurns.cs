using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>
/// Members of an object that lives on a scheduler of its own (an actor, a window): from one await to the next nobody else is in it. Where
/// all who change a state are such members, nobody comes between a look at the state and the change.
/// </summary>
/// <param name="started">Ids of the bodies that flows begin with.</param>
internal sealed class ObjectTurns(ProgramIndex program, EntryLocks entry, StateUses uses, HashSet<string> started)
{
    private const int MaxCalls = 6;

    private readonly Dictionary<string, bool> _turns = new(StringComparer.Ordinal);

    /// <summary>Whether whoever could do harm between the two steps is another turn of the same object. A word that is changed atomically says that others come.</summary>
    public bool IsAlone(BrokenStep step, BodyFacts body) =>
        step is { Gap: Gap.Steps, Subject.Protection: Protection.Concurrent, State: { IsStatic: false, OwnerId: var owner } } && step.Subject.Path.Root == Locations.RootKind.This && owner == body.TypeId && IsTurn(body)
        && uses.ChangersOf(step.State).SelectMany(program.BodiesOf).All(changer => !OneFlow.Disturbs(changer, step) || changer.TypeId == owner && IsTurn(changer));

    private bool IsTurn(BodyFacts body)
    {
        if (!_turns.TryGetValue(body.Id, out var isTurn))
            _turns[body.Id] = isTurn = !body.IsNested && program.Type(body.TypeId)?.Bases.Any(part => program.Knowledge.Frameworks.TakesTurns(part.Substring(2))) == true && !IsLeft(body) && !IsHandler(body) && StaysOnScheduler(body.Id);
        return isTurn;
    }

    /// <summary>No flow leads to the body by calls, and nobody on the way has left the scheduler.</summary>
    private bool StaysOnScheduler(string bodyId)
    {
        var (seen, ahead) = (new HashSet<string>(StringComparer.Ordinal) { bodyId }, new List<string> { bodyId });
        for (var depth = 0; depth < MaxCalls && ahead.Count > 0; depth++)
        {
            if (ahead.Exists(id => started.Contains(id) || program.Body(id) is { } caller && IsLeft(caller)))
                return false;
            ahead = [.. ahead.SelectMany(entry.CallersEverywhere).Where(seen.Add)];
        }

        return true;
    }

    private static bool IsLeft(BodyFacts body) => body.Root.All().OfType<Call>().Any(static call => call.Method.Name == "ConfigureAwait" && call.Argument(0) is Value.Constant { Text: "False" });

    /// <summary>Something else raises the event, on a thread of its choice.</summary>
    private bool IsHandler(BodyFacts body) => program.MembersOf(body.TypeId).SelectMany(program.BodiesOf).Where(static adding => adding.AddsHandlers).SelectMany(static adding => adding.Root.All()).OfType<Call>()
        .Any(call => call.Method.Name.StartsWith("add_", StringComparison.Ordinal) && call.Arguments.Any(argument => argument.Value is Value.MethodGroup { Method: var added } && program.Targets(added).Contains(body.Id)));
}
