using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Locations;

/// <summary>Where a path begins.</summary>
internal enum RootKind
{
    /// <summary>The receiver of the body.</summary>
    This,

    /// <summary>A static field.</summary>
    Static,

    /// <summary>A local or parameter: the variable itself, or the object it holds when nothing better is known.</summary>
    Local,

    /// <summary>An object made by a call or creation at one place.</summary>
    Object,
}

internal enum StepKind
{
    Field,

    /// <summary>A slot of an array, an item of a collection.</summary>
    Element,

    /// <summary>What a collection or other mutable object of the BCL holds inside.</summary>
    Content,
}

/// <summary>A class, as all that is put into collections here: generic code over structs is compiled anew in every process.</summary>
internal sealed record Step(StepKind Kind, FieldFacts? Field, IndexShape Index, string IndexName)
{
    public const string Walked = "each";

    /// <summary>Each item in turn, in a walk through the whole collection.</summary>
    public bool IsWalk => Kind == StepKind.Element && IndexName == Walked;

    public const string Swept = "all";

    /// <summary>Every slot of an array, one after the other.</summary>
    public bool IsSweep => Kind == StepKind.Element && IndexName == Swept;
}

/// <summary>
/// An abstract location: a root and at most <see cref="MaxSteps"/> steps, and what is inside of a part of what was handed over, e.g. <c>this._cache.content</c>. Two equal
/// paths rooted in the same body mean the same storage; no other alias is assumed (the approximation of RacerD,
/// Blackshear et al., OOPSLA 2018). Indexes do not take part in equality; see <see cref="MayOverlap"/>.
/// </summary>
internal sealed class AccessPath : IEquatable<AccessPath>
{
    public const int MaxSteps = 4;

    private readonly int _rootHash;
    private readonly bool _hasElement;
    private readonly int _hash;
    private string? _key;
    private string? _slotKey;
    private AccessPath? _parent;

    private const int OthersKept = 8;

    /// <summary>A path that is one step longer, and some more.</summary>
    private AccessPath? _longer;
    private AccessPath?[]? _others;

    private AccessPath(RootKind root, string rootId, FieldFacts? rootField, ImmutableArray<Step> steps)
        : this(root, rootId, rootField, steps, (int)root * 31 + rootId.GetHashCode())
    {
    }

    /// <summary>Another path from the same root.</summary>
    private AccessPath(AccessPath basis, ImmutableArray<Step> steps)
        : this(basis.Root, basis.RootId, basis.RootField, steps, basis._rootHash)
    {
    }

    private AccessPath(RootKind root, string rootId, FieldFacts? rootField, ImmutableArray<Step> steps, int rootHash)
    {
        Root = root;
        RootId = rootId;
        RootField = rootField;
        Steps = steps;
        _rootHash = rootHash;
        var hash = rootHash;
        foreach (var step in steps)
        {
            hash = unchecked(hash * 31 + (int)step.Kind + (step.Field?.GetHashCode() ?? 0));
            _hasElement |= step.Kind == StepKind.Element;
        }

        _hash = hash;
    }

    public static AccessPath This { get; } = new(RootKind.This, "", null, ImmutableArray<Step>.Empty);

    public RootKind Root { get; }

    /// <summary>Names the object or variable among all of the program; empty for This.</summary>
    public string RootId { get; }

    public FieldFacts? RootField { get; }

    public ImmutableArray<Step> Steps { get; }

    /// <summary>Equal for equal paths.</summary>
    public string Key => _key ??= MakeKey();

    /// <summary>The key of the root alone.</summary>
    public string RootKey => Prefix(0).Key;

    /// <summary>The path leads through an object that was taken out of a channel, or a queue between flows.</summary>
    public bool IsHandedOver => _hasElement && Steps.Any(static step => step is { Kind: StepKind.Element, IndexName: HandedOver });

    private const string HandedOver = "handed over";

    /// <summary>What is taken out of the channel or queue at this path.</summary>
    public AccessPath? Handed() => Element(IndexShape.Any, HandedOver);

    /// <summary>The path leads through what an AsyncLocal holds: nobody knows here whether another flow has the same.</summary>
    public bool IsOfFlow => _hasElement && Steps.Any(static step => step is { Kind: StepKind.Element, IndexName: OfFlow });

    private const string OfFlow = "of flow";

    /// <summary>What the AsyncLocal at this path holds for the flow at hand.</summary>
    public AccessPath? Flowing() => Element(IndexShape.Any, OfFlow);

    /// <summary>The path leads through what a ThreadLocal holds.</summary>
    public bool IsOfThread => _hasElement && Steps.Any(static step => step is { Kind: StepKind.Element, IndexName: OfThread or OfThreads });

    /// <summary>The path leads through what a ThreadLocal holds for the thread at hand, which no other thread has.</summary>
    public bool IsOwnOfThread => _hasElement && Steps.Any(static step => step is { Kind: StepKind.Element, IndexName: OfThread });

    private const string OfThread = "of thread";
    private const string OfThreads = "of all threads";

    /// <summary>What the ThreadLocal at this path holds for the thread at hand, or for each of all threads.</summary>
    public AccessPath? OfThreadAt(bool all) => Element(IndexShape.Any, all ? OfThreads : OfThread);

    /// <summary>The items of the collection at this path, for who goes through all of them.</summary>
    public AccessPath? Walked() => Element(IndexShape.Any, Step.Walked);

    /// <summary>The key of the slot or item that the path goes through first; that of the root where it goes through none.</summary>
    public string SlotKey => _slotKey ??= MakeSlotKey();

    /// <summary>Whether two flows have different ones: of the root, or of the item that the path leads through.</summary>
    /// <param name="stale">Keys of what they have different ones of.</param>
    public bool IsNewIn(System.Collections.Immutable.ImmutableHashSet<string> stale) =>
        !stale.IsEmpty && (stale.Contains(RootKey) || _hasElement && stale.Contains(SlotKey));

    /// <summary>The field or variable named last; what a message calls the state.</summary>
    public FieldFacts? Storage
    {
        get
        {
            for (var i = Steps.Length - 1; i >= 0; i--)
                if (Steps[i].Kind == StepKind.Field)
                    return Steps[i].Field;
            return RootField;
        }
    }

    /// <summary>The path one step shorter; itself when it has no steps.</summary>
    public AccessPath Parent => Steps.IsEmpty ? this : _parent ??= new(this, Steps.RemoveAt(Steps.Length - 1));

    public bool IsContent => !Steps.IsEmpty && Steps[Steps.Length - 1].Kind == StepKind.Content;

    /// <summary>The channel and the way to its items are two steps already.</summary>
    private int LimitAt(AccessPath start) => IsContent && (IsHandedOver || start.IsHandedOver) ? MaxSteps + 1 : MaxSteps;

    public bool EndsInElement => !Steps.IsEmpty && Steps[Steps.Length - 1].Kind == StepKind.Element;

    public static AccessPath Static(FieldFacts field) => field.Path is { Root: RootKind.Static } known ? known : field.Path = new(RootKind.Static, field.Id, field, ImmutableArray<Step>.Empty);

    public static AccessPath Local(FieldFacts variable) => variable.Path is { Root: RootKind.Local } known ? known : variable.Path = new(RootKind.Local, variable.Id, variable, ImmutableArray<Step>.Empty);

    /// <summary>The same object, called by the variable that holds it; equality does not change.</summary>
    public AccessPath Named(FieldFacts variable) => Root == RootKind.Object && RootField is null && Steps.IsEmpty ? new(Root, RootId, variable, Steps) : this;

    /// <param name="id">Body and number of the creating call.</param>
    public static AccessPath Object(string id) => new(RootKind.Object, id, null, ImmutableArray<Step>.Empty);

    /// <summary>The path one step further; null past the depth that is followed.</summary>
    public AccessPath? Append(Step step) => Steps.Length >= MaxSteps + (step.Kind == StepKind.Content && IsHandedOver ? 1 : 0) ? null : Longer(step.Kind, step.Field, step.Index, step.IndexName, step);

    public AccessPath? Field(FieldFacts field) => Steps.Length >= MaxSteps ? null : Longer(StepKind.Field, field, IndexShape.Any, "", null);

    public AccessPath? Content() => IsContent ? this : Steps.Length >= MaxSteps + (IsHandedOver ? 1 : 0) ? null : Longer(StepKind.Content, null, IndexShape.Any, "", null);

    public AccessPath? Element(IndexShape index, string name) => Steps.Length >= MaxSteps ? null : Longer(StepKind.Element, null, index, name, null);

    /// <summary>
    /// The same path is asked for over and over again, by each access and each call that leads to it: the last few are kept,
    /// those of <see cref="This"/>, which all programs share, with the field.
    /// </summary>
    private AccessPath Longer(StepKind kind, FieldFacts? field, IndexShape index, string name, Step? step)
    {
        if (Root == RootKind.This && Steps.IsEmpty)
            return field is null || index != IndexShape.Any || name.Length > 0 ? Make(kind, field, index, name, step) : field.Path is { Root: RootKind.This } own ? own : field.Path = Make(kind, field, index, name, step);
        if (_longer is { } last && last.EndsIn(kind, field, index, name))
            return last;
        if (_longer is null)
            return _longer = Make(kind, field, index, name, step);
        var others = _others ??= new AccessPath?[OthersKept];
        var slot = ((field?.GetHashCode() ?? 0) ^ (int)kind) & (OthersKept - 1);
        return others[slot] is { } other && other.EndsIn(kind, field, index, name) ? other : others[slot] = Make(kind, field, index, name, step);
    }

    private AccessPath Make(StepKind kind, FieldFacts? field, IndexShape index, string name, Step? step) =>
        new(this, Steps.Add(step ?? new(kind, field, index, name))) { _parent = this };

    private bool EndsIn(StepKind kind, FieldFacts? field, IndexShape index, string name) =>
        Steps[Steps.Length - 1] is var step && step.Kind == kind && ReferenceEquals(step.Field, field) && step.Index == index && step.IndexName == name;

    /// <summary>This path with its root replaced by another path; null when it grows too long.</summary>
    public AccessPath? Rebase(AccessPath root) => Steps.Length + root.Steps.Length > LimitAt(root)
        ? null
        : Steps.IsEmpty ? root
        : root.Steps.IsEmpty && root.Root == Root && ReferenceEquals(root.RootId, RootId) && ReferenceEquals(root.RootField, RootField) ? this
        : Follow(root, 0);

    /// <summary>From another path the steps that this one takes from some step on.</summary>
    private AccessPath Follow(AccessPath start, int from)
    {
        var path = start;
        for (var i = from; i < Steps.Length; i++)
            path = path.Longer(Steps[i].Kind, Steps[i].Field, Steps[i].Index, Steps[i].IndexName, Steps[i]);
        return path;
    }

    /// <summary>Some step is a slot.</summary>
    public bool HasElement => _hasElement;

    /// <summary>This path with other indexes of its slots.</summary>
    public AccessPath WithIndexes(Func<Step, Step> rename)
    {
        var steps = Steps;
        for (var i = 0; i < steps.Length; i++)
            if (steps[i].Kind == StepKind.Element && rename(steps[i]) is var renamed && !ReferenceEquals(renamed, steps[i]))
                steps = steps.SetItem(i, renamed);
        return steps == Steps ? this : new(this, steps);
    }

    /// <summary>The first steps of the path.</summary>
    public AccessPath Prefix(int steps)
    {
        var prefix = this;
        while (prefix.Steps.Length > steps)
            prefix = prefix.Parent;
        return prefix;
    }

    /// <summary>This path with its root and first steps replaced by another path; null when it grows too long.</summary>
    public AccessPath? Rebase(AccessPath prefix, int steps) => Steps.Length - steps + prefix.Steps.Length > LimitAt(prefix) ? null : Follow(prefix, steps);

    /// <summary>Whether from some step on this path takes the same steps as all of the other.</summary>
    public bool EndsLike(AccessPath other, int from)
    {
        if (Steps.Length - from != other.Steps.Length)
            return false;
        for (var i = 0; i < other.Steps.Length; i++)
            if (Steps[from + i].Kind != other.Steps[i].Kind || !Equals(Steps[from + i].Field, other.Steps[i].Field))
                return false;
        return true;
    }

    /// <summary>Whether equal paths can mean the same slot: different constant indexes cannot.</summary>
    public bool MayOverlap(AccessPath other)
    {
        for (var i = 0; i < Steps.Length && i < other.Steps.Length; i++)
            if (Steps[i].Kind == StepKind.Element && other.Steps[i].Kind == StepKind.Element
                && Steps[i].Index == IndexShape.Constant && other.Steps[i].Index == IndexShape.Constant && Steps[i].IndexName != other.Steps[i].IndexName)
                return false;
        return true;
    }

    /// <summary>An order that follows the text of the keys no further than needed to be the same in every run.</summary>
    public static int Compare(AccessPath left, AccessPath right)
    {
        if (ReferenceEquals(left, right))
            return 0;
        var order = ((int)left.Root).CompareTo((int)right.Root);
        if (order == 0)
            order = string.CompareOrdinal(left.RootId, right.RootId);
        if (order == 0)
            order = left.Steps.Length.CompareTo(right.Steps.Length);
        for (var i = 0; order == 0 && i < left.Steps.Length; i++)
        {
            order = ((int)left.Steps[i].Kind).CompareTo((int)right.Steps[i].Kind);
            if (order == 0)
                order = string.CompareOrdinal(left.Steps[i].Field?.Id, right.Steps[i].Field?.Id);
        }

        return order;
    }

    public bool Equals(AccessPath? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || _hash != other._hash || Root != other.Root || Steps.Length != other.Steps.Length || RootId != other.RootId)
            return false;
        for (var i = 0; i < Steps.Length; i++)
            if (Steps[i].Kind != other.Steps[i].Kind || !Equals(Steps[i].Field, other.Steps[i].Field))
                return false;
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as AccessPath);

    public override int GetHashCode() => _hash;

    public override string ToString() => Key;

    private string MakeSlotKey()
    {
        for (var i = 0; i < Steps.Length; i++)
            if (Steps[i].Kind == StepKind.Element)
                return Prefix(i + 1).Key;
        return RootKey;
    }

    private string MakeKey()
    {
        if (Steps.IsEmpty)
            return Root switch { RootKind.This => "this" + RootId, RootKind.Static => "static " + RootId, RootKind.Local => RootId, _ => "new " + RootId };
        var last = Steps[Steps.Length - 1];
        return last.Kind switch { StepKind.Element => Parent.Key + "[]", StepKind.Content => Parent.Key + "{}", _ => Parent.Key + "." + last.Field!.Id };
    }
}
