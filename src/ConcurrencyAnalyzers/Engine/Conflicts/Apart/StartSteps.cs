using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>Members that do their part before or after a flow is started, as those who start it order them.</summary>
internal sealed class StartSteps(ProgramIndex program, EntryLocks calls)
{
    private readonly Dictionary<string, HashSet<string>> _leading = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Step, string Starter), bool> _known = [];

    /// <summary>The members that start it through others, however far: what a summary keeps of a start ends after a few calls.</summary>
    public HashSet<string> LeadingTo(string starterId)
    {
        if (_leading.TryGetValue(starterId, out var known))
            return known;
        var leading = _leading[starterId] = new(StringComparer.Ordinal) { starterId };
        var ahead = new Stack<string>([starterId]);
        while (ahead.Count > 0)
            foreach (var caller in calls.CallersOf(ahead.Pop()))
            {
                if (leading.Add(caller))
                    ahead.Push(caller);
                if (program.Body(caller) is { IsNested: true, MemberId: var member } && leading.Add(member))
                    ahead.Push(member);
            }

        return leading;
    }

    /// <summary>On an object of the heir, or of what derives from it, others that call the member run the heir's own.</summary>
    public bool IsOverriddenIn(string heir, BodyFacts body)
    {
        foreach (var own in program.OverridesOf(body.Id))
            if (ProgramIndex.OwnerOf(own) is var type && type != body.TypeId && (type == heir || program.Type(heir)?.Bases.Contains(type) == true))
                return true;
        return false;
    }

    /// <summary>A member of a base that the flows of an heir call, and nobody else in the program: it is there for heirs to have as a step of theirs, and is judged where they start those flows.</summary>
    public bool IsStepOfHeir(BodyFacts body, Fork flow, string heir) =>
        heir != body.TypeId && program.Type(heir)?.Bases.Contains(body.TypeId) == true && OnlyFrom(body.Id, flow.Bodies, heir, new(StringComparer.Ordinal));

    private bool OnlyFrom(string bodyId, HashSet<string> flow, string heir, HashSet<string> seen)
    {
        var found = false;
        foreach (var caller in calls.CallersEverywhere(bodyId))
        {
            found = true;
            if (!flow.Contains(caller) && seen.Add(caller) && !(program.Body(caller) is { IsExternallyVisible: false, TypeId: var type } && type == heir && (calls.IsStarted(caller) || OnlyFrom(caller, flow, heir, seen))))
                return false;
        }

        return found;
    }

    /// <summary>A member that only those call who start the work as well: it does its part before or after the start, as they order it.</summary>
    public bool IsStepOf(BodyFacts body, string starterId)
    {
        if (body.IsExternallyVisible)
            return false;
        if (!_known.TryGetValue((body.Id, starterId), out var isStep))
            _known[(body.Id, starterId)] = isStep = IsStep(body.Id, starterId, LeadingTo(starterId));
        return isStep;
    }

    private bool IsStep(string bodyId, string starterId, HashSet<string> leading)
    {
        var callers = calls.CallersEverywhere(bodyId).ToArray();
        return callers.Length > 0 && Array.TrueForAll(callers, Orders);

        bool Orders(string callerId) => leading.Contains(callerId)
            ? callerId == starterId || program.Body(callerId) is not { } caller || IsOrderedIn(caller, bodyId, leading)
            : program.Body(callerId) is { IsNested: true, MemberId: var member } && leading.Contains(member);
    }

    /// <summary>Whether one run of the caller can do both: what it does on another way than the start belongs to an object that was started before.</summary>
    private bool IsOrderedIn(BodyFacts caller, string stepId, HashSet<string> leading)
    {
        var made = caller.Root.All().OfType<Call>().ToArray();
        var starts = Array.FindAll(made, call => program.Targets(call.Method).Any(leading.Contains));
        return Array.TrueForAll(made, call => starts.Length == 0 || !program.Targets(call.Method).Contains(stepId) || Array.Exists(starts, start => !AreApart(caller.Root, call, start)));
    }

    /// <summary>They stand in different arms of one branch.</summary>
    private static bool AreApart(Node root, Call one, Call other)
    {
        foreach (var node in root.All())
            if (node is Branch branch && Array.FindIndex(branch.Arms.ToArray(), arm => arm.All().Contains(one)) is >= 0 and var ours && Array.FindIndex(branch.Arms.ToArray(), arm => arm.All().Contains(other)) is >= 0 and var theirs && ours != theirs)
                return true;
        return false;
    }
}
