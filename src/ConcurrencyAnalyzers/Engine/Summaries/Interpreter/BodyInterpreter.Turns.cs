using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// Work that is prepared turn by turn and begun later, such as threads that one loop makes and the next one starts: what is
/// new in each turn of the first is what each run has for itself.
/// </summary>
internal sealed partial class BodyInterpreter
{
    /// <summary>By the key of a variable or object: when it was last new, in steps of this interpretation.</summary>
    private readonly Dictionary<string, int> _renewedAt = new(StringComparer.Ordinal);

    /// <summary>By the key of what was prepared: when it was made last.</summary>
    private readonly Dictionary<string, int> _preparedAt = new(StringComparer.Ordinal);

    /// <summary>By the key of what was prepared: the keys of what was new between one and the next.</summary>
    private readonly Dictionary<string, HashSet<string>> _ownOf = new(StringComparer.Ordinal);

    /// <summary>By the number of a call: the keys of objects that it gives out inside others.</summary>
    private readonly Dictionary<int, HashSet<string>> _givenBy = [];

    private int _moment;

    private State Renew(AccessPath root, State state)
    {
        if (_preparedAt.Count > 0)
            _renewedAt[root.Key] = _moment;
        return state.Sent.IsEmpty && state.Live.IsEmpty ? state : state.Unsent(root.Key).Renew(root);
    }

    private void NotePrepared(AccessPath made)
    {
        if (_preparedAt.TryGetValue(made.Key, out var before))
            foreach (var renewed in _renewedAt)
                if (renewed.Value >= before)
                    NoteOwn(made.Key, renewed.Key);
        _preparedAt[made.Key] = ++_moment;
    }

    /// <summary>What a function makes of an item goes with that item, and with what is local to its run.</summary>
    private void NoteMadeOf(AbstractValue item, Atom.Delegate maker, AbstractValue made, Call call)
    {
        foreach (var result in made.Objects)
        {
            if (result is not { Root: RootKind.Object, Steps.IsEmpty: true } || asked.Body(maker.BodyId) is not { } function)
                continue;
            foreach (var path in item.Objects)
                NoteOwn(result.Key, path.RootKey);
            foreach (var local in asked.DeclaredIn(function))
                NoteOwn(result.Key, local);
            foreach (var given in _givenBy.TryGetValue(call.Number, out var objects) ? objects : [])
                NoteOwn(result.Key, given);
        }
    }

    /// <summary>
    /// Objects that the callee made, and that what it gives out works on: a thread that is handed back is to run a member of
    /// an object which nobody else has.
    /// </summary>
    private State GiveOut(Summary summary, Renaming renaming, Call call, State state)
    {
        foreach (var cell in summary.Stores)
            foreach (var target in cell.Value.Delegates)
            {
                if (target is not { IsClosure: false, Receiver: { Root: RootKind.Object, Steps.IsEmpty: true, RootId: var id } receiver }
                    || !summary.Body.Makes(id) || renaming.GivenOut?.ContainsKey(id) == true || renaming.Rename(receiver) is not null)
                    continue;
                var name = AccessPath.Object(NewObject(call.Number).RootId + " " + id.Substring(summary.Body.Id.Length + 1));
                (renaming.GivenOut ??= new(StringComparer.Ordinal))[id] = name;
                if (!_givenBy.TryGetValue(call.Number, out var given))
                    _givenBy[call.Number] = given = new(StringComparer.Ordinal);
                given.Add(name.Key);
                state = Renew(name, state);
            }

        return state;
    }

    private void NoteOwn(string made, string key)
    {
        if (!_ownOf.TryGetValue(made, out var own))
            _ownOf[made] = own = new(StringComparer.Ordinal);
        own.Add(key);
    }

    /// <summary>One abstract object stands for all items of a sequence; two turns of a loop see different ones, each with what is its own.</summary>
    private State RenewItems(AbstractValue items, State state)
    {
        foreach (var path in items.Objects)
        {
            if (path.IsHandedOver || path.IsOfThread || path.Root != RootKind.Object && !path.EndsInElement)
                continue;
            if (path.EndsInElement && path.Root is RootKind.This or RootKind.Static)
            {
                state = state.Renew([path.SlotKey]);
                continue;
            }

            var root = path.Prefix(0);
            state = Renew(root, state);
            if (_ownOf.TryGetValue(root.Key, out var own))
                state = state.Renew(own);
        }

        return state;
    }

    /// <summary>Keys of objects that are made at most once in a run of this body.</summary>
    private readonly HashSet<string> _oneOff = new(StringComparer.Ordinal);

    /// <summary>
    /// Of the items of a sequence those that each run of a function has to itself: objects that are known by no field, and
    /// delegates. Other items go by the function's own name for them.
    /// </summary>
    private AbstractValue OwnItems(AbstractValue function, AbstractValue items)
    {
        var runsItems = function.Delegates.Any(target => asked.Body(target.BodyId)?.Parameters is [{ IsDelegate: true }, ..]);
        return AbstractValue.From(items.Atoms.Where(atom => atom is Atom.Delegate || atom is Atom.Object { Path: var path } && (path is { Root: RootKind.Object, Steps.IsEmpty: true } || runsItems && path.EndsInElement)));
    }

    /// <summary>The runs of a fork have an item each.</summary>
    private void NoteOwnOf(Fork fork, AbstractValue items)
    {
        foreach (var item in items.Objects)
        {
            if (item.Root != RootKind.Object)
                continue;
            fork.Own.Add(item.RootKey);
            if (_ownOf.TryGetValue(item.RootKey, out var own))
                fork.Own.UnionWith(own);
        }
    }

    /// <summary>The body also puts something under the key that it asks for: it expects to come with that key again.</summary>
    private bool IsAddedHere(Call asked, FieldFacts found) =>
        found.Safety == TypeSafety.Unknown && !found.TypeId.StartsWith("T:System.", StringComparison.Ordinal) && asked.Argument(0) is Value.Local key && asked.Receiver is { } table
        && body.Root.All().Any(node => node is Call { Method.Name: "set_Item" or "TryAdd" or "Add", Receiver: { } filled } call && filled.Equals(table) && call.Argument(0).Equals(key));

    /// <summary>A delegate that is taken out of a collection through a parameter, or a collection that is found under a key.</summary>
    private State BindTaken(Call call, AbstractValue receiver, State state)
    {
        if (!call.Method.Name.StartsWith("Try", StringComparison.Ordinal))
            return state;
        if (call.Method.TypeId == "T:System.Threading.Channels.ChannelReader`1")
            return BindHanded(call, state);
        foreach (var argument in call.Arguments)
            if (argument is { IsByRef: true, Value: Value.Local { Variable: { IsDelegate: true } variable } } && ItemsOf(receiver, state) is { IsUnknown: false } items)
                state = state with { Variables = state.Variables.SetItem(variable.Id, items.AsItems(false)) };
            else if (call.Method.Name == "TryGetValue" && argument is { IsByRef: true, Value: Value.Local { Variable: { IsReferenceType: true } found } } && KeyedOf(call, receiver) is { } keyed
                && (found.Safety == TypeSafety.ThreadUnsafe || IsAddedHere(call, found) || keyed.Root == RootKind.Static && CanBeChanged(found)))
                state = state with { Variables = state.Variables.SetItem(found.Id, AbstractValue.Of(keyed)) };
        return state;
    }

    /// <summary>An object of which it matters that it is the same; but not one that is there to be a lock.</summary>
    private static bool CanBeChanged(FieldFacts variable) => variable.Safety == TypeSafety.ThreadUnsafe
        || variable is { Safety: TypeSafety.Unknown, IsReferenceType: true, TypeId: not "T:System.Object" } && !variable.TypeId.StartsWith("T:System.Threading.", StringComparison.Ordinal);
}
