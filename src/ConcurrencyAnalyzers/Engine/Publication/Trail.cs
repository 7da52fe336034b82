using ConcurrencyAnalyzers.Engine.Facts;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>Where a node stands: a child of an owner (a branch's arm, the body of a lock), which stands in an outer one.</summary>
/// <param name="Child">For a branch the number of the arm, -1 for its condition; 0 for others.</param>
internal sealed record Frame(Node Owner, int Child, Frame? Outer);

internal sealed record Stop(Node Node, Frame? Frame);

/// <summary>What a variable got, and where in the trail.</summary>
internal sealed record Bound(int Index, Value Value);

/// <summary>A test that has come out one way whenever a later node is reached.</summary>
/// <param name="Index">Where the branch stands in the trail.</param>
internal sealed record Test(Branch Branch, int Index);

/// <summary>
/// The nodes of one body in evaluation order, each with what it stands in: which tests dominate it, what comes before
/// and after it, what a local last got.
/// </summary>
internal sealed class Trail
{
    private const int MaxLinks = 8;

    private readonly List<Stop> _stops = [];
    private readonly Dictionary<string, List<Bound>> _binds = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Stated> _calls = [];

    private sealed record Stated(int Index, Call Call);

    public Trail(BodyFacts body)
    {
        Body = body;
        Add(body.Root, null);
    }

    public BodyFacts Body { get; }

    public IReadOnlyList<Stop> Stops => _stops;

    public Place PlaceOf(TextSpan span) => new(Body.FilePath, span);

    public Call? CallOf(int number) => _calls.TryGetValue(number, out var call) ? call.Call : null;

    public int IndexOf(Call call) => _calls.TryGetValue(call.Number, out var known) ? known.Index : -1;

    /// <summary>The value, through the locals that hold it at the stop.</summary>
    public Value Origin(Value value, int at)
    {
        for (var link = 0; link < MaxLinks && value is Value.Local local && BindOf(local.Variable, at) is { } bind; link++)
            (value, at) = (bind.Value, bind.Index);
        return value;
    }

    /// <summary>The last store into the local before the stop; null where there is none.</summary>
    public Bound? BindOf(FieldFacts variable, int at)
    {
        if (!_binds.TryGetValue(variable.Id, out var binds))
            return null;
        for (var i = binds.Count - 1; i >= 0; i--)
            if (binds[i].Index < at)
                return binds[i];
        return null;
    }

    /// <summary>The tests for null, or of a plain value, that decided that the stop is reached; the nearest first.</summary>
    /// <param name="arm">The arm of a branch (at an index) that must have been taken; -1 where the branch does not count.</param>
    public IEnumerable<Test> TestsBefore(int at, Func<Branch, int, int> arm)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (_stops[i].Node is not Branch { Arms.Length: 2 } branch || arm(branch, i) is var taken && taken < 0)
                continue;
            if (ArmAround(branch, at) is { } around ? around == taken : HasLeft(branch, i, at, 1 - taken))
                yield return new(branch, i);
        }
    }

    /// <summary>Whether every way to the later stop leads through the earlier one.</summary>
    public bool Dominates(int earlier, int later) => earlier < later && IsWithin(_stops[later].Frame, _stops[earlier].Frame);

    /// <summary>The same, where the earlier stop may be asked for a condition, or stand under a lock that is given back since.</summary>
    public bool Precedes(int earlier, int later)
    {
        var around = _stops[earlier].Frame;
        while (around is { Owner: Branch, Child: -1 } or { Owner: LockRegion })
            around = around.Outer;
        return earlier < later && IsWithin(_stops[later].Frame, around);
    }

    /// <summary>Whether the stop lies below the node.</summary>
    public bool IsInside(int at, Node owner)
    {
        for (var frame = _stops[at].Frame; frame is not null; frame = frame.Outer)
            if (ReferenceEquals(frame.Owner, owner))
                return true;
        return false;
    }

    /// <summary>The last node below the branch's condition, or the branch itself.</summary>
    public int EndOfCondition(int branch)
    {
        var end = branch;
        while (end + 1 < _stops.Count && _stops[end + 1].Frame is { Child: -1 } && IsInside(end + 1, _stops[branch].Node))
            end++;
        return end;
    }

    /// <summary>Whether no path goes on behind the node.</summary>
    public static bool Leaves(Node node) => node switch
    {
        Sequence sequence => sequence.Nodes.Any(Leaves),
        Branch { Arms.Length: > 1 } branch => branch.Arms.All(Leaves),
        LockRegion region => Leaves(region.Body),
        TryNode attempt => Leaves(attempt.Body) && attempt.Handlers.All(Leaves),
        Jump jump => jump.Kind != JumpKind.YieldReturn,
        _ => false,
    };

    private int? ArmAround(Branch branch, int at)
    {
        for (var frame = _stops[at].Frame; frame is not null; frame = frame.Outer)
            if (ReferenceEquals(frame.Owner, branch))
                return frame.Child;
        return null;
    }

    /// <summary>The branch is over before the stop, and its other arm never gets there; a lock or try around it alone does not matter.</summary>
    private bool HasLeft(Branch branch, int index, int at, int otherArm)
    {
        var around = _stops[index].Frame;
        while (around is { Owner: LockRegion or TryNode } && !IsWithin(_stops[at].Frame, around))
            around = around.Outer;
        return IsWithin(_stops[at].Frame, around) && Leaves(branch.Arms[otherArm]);
    }

    private static bool IsWithin(Frame? inner, Frame? outer)
    {
        if (outer is null)
            return true;
        for (; inner is not null; inner = inner.Outer)
            if (ReferenceEquals(inner.Owner, outer.Owner) && inner.Child == outer.Child)
                return true;
        return false;
    }

    private void Add(Node? node, Frame? frame)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (node is Sequence sequence)
        {
            foreach (var step in sequence.Nodes)
                Add(step, frame);
            return;
        }

        if (node is null)
            return;
        var index = _stops.Count;
        _stops.Add(new(node, frame));
        switch (node)
        {
            case Branch branch:
                Add(branch.Condition, new(branch, -1, frame));
                for (var arm = 0; arm < branch.Arms.Length; arm++)
                    Add(branch.Arms[arm], new(branch, arm, frame));
                break;
            case Bind bind:
                if (!_binds.TryGetValue(bind.Variable.Id, out var binds))
                    _binds[bind.Variable.Id] = binds = [];
                binds.Add(new(index, bind.Value));
                break;
            case Call call:
                _calls[call.Number] = new(index, call);
                break;
            default:
                foreach (var child in node.Children())
                    Add(child, new(node, 0, frame));
                break;
        }
    }
}
