using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

internal sealed partial class BodyInterpreter
{
    private static readonly AbstractValue s_this = AbstractValue.Of(AccessPath.This);
    private static readonly ImmutableHashSet<string> s_nothing = ImmutableHashSet<string>.Empty;

    private readonly Dictionary<int, AccessPath> _objects = [];
    private ImmutableHashSet<AccessPath>? _joined;
    private ImmutableHashSet<string> _joinedKeys = s_nothing;

    private AbstractValue Evaluate(Value? value, ref State state)
    {
        switch (value)
        {
            case Value.ThisValue:
                return s_this;
            case Value.Local local:
                return state.Variables.TryGetValue(local.Variable.Id, out var held) ? held : AbstractValue.Of(AccessPath.Local(local.Variable));
            case Value.Field field:
                return ReadFrom(PlacesOf(field, ref state), state);
            case Value.Element element:
                var slot = ReadFrom(PlacesOf(element, ref state), state, HandlesOf(element.Container, ref state));
                if (element.Index != IndexShape.Constant && slot.Single is { Root: RootKind.Object, EndsInElement: false })
                    state = RenewItems(slot, state);
                return slot;
            case Value.Lambda lambda:
                return AbstractValue.Of(new Atom.Delegate(lambda.BodyId, AccessPath.This, IsClosure: true));
            case Value.MethodGroup group:
                return DelegatesOf(group, ref state);
            case Value.CallResult call:
                return _results.TryGetValue(call.Node, out var result) ? result : AbstractValue.Unknown;
            case Value.Outcome outcome:
                return AbstractValue.From(Evaluate(outcome.Task, ref state).Atoms.OfType<Atom.Ended>());
            case Value.Items items:
                return MakeItems(items, ref state);
            case Value.Either either:
                var union = AbstractValue.Unknown;
                foreach (var option in either.Options)
                    union = union.Union(Evaluate(option, ref state));
                return union;
            default:
                return AbstractValue.Unknown;
        }
    }

    private AbstractValue DelegatesOf(Value.MethodGroup group, ref State state)
    {
        // Of several objects that it can be, the variable is the better name.
        var receiver = group.Receiver is null ? null : Evaluate(group.Receiver, ref state).Single ?? (group.Receiver is Value.Local { Variable: { IsReferenceType: true } holder } ? AccessPath.Local(holder) : null);
        return AbstractValue.From(asked.Targets(group.Method).Select(target => new Atom.Delegate(target, receiver, IsClosure: false)));
    }

    /// <summary>The handles that a container value stands for itself, e.g. the result of ToList over started tasks.</summary>
    private AbstractValue HandlesOf(Value container, ref State state)
    {
        var value = Walk(Evaluate(container, ref state), ref state);
        return AbstractValue.From(value.Handles.Select(static fork => new Atom.Handle(fork)));
    }

    private AbstractValue MakeItems(Value.Items items, ref State state)
    {
        var path = NewObject(items.Node);
        state = state.Unsent(path.Key);
        var content = AbstractValue.Unknown;
        foreach (var item in items.Values)
            content = content.Union(Evaluate(item, ref state).AsItems(true));
        if (!content.IsUnknown && path.Element(IndexShape.Any, "") is { } slot)
            state = state with { Heap = state.Heap.SetItem(slot, content) };
        return AbstractValue.Of(path);
    }

    private AccessPath NewObject(int number) => _objects.TryGetValue(number, out var made)
        ? made
        : _objects[number] = AccessPath.Object(body.Id + "!" + number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static AbstractValue ReadFrom(ImmutableArray<AccessPath> places, State state, AbstractValue? also = null)
    {
        var result = also ?? AbstractValue.Unknown;
        foreach (var place in places)
            result = result.Union(state.Heap.TryGetValue(place, out var held) ? held : AbstractValue.Of(place));
        return result;
    }

    /// <summary>The storage that a place can name.</summary>
    private ImmutableArray<AccessPath> PlacesOf(Value place, ref State state)
    {
        switch (place)
        {
            case Value.Local local:
                return ImmutableArray.Create(AccessPath.Local(local.Variable));
            case Value.Field { Receiver: null } field:
                return ImmutableArray.Create(AccessPath.Static(field.Facts));
            case Value.Field field:
                return Extend(field.Receiver!, field, ref state);
            case Value.Element element:
                return Extend(element.Container, element, ref state);
            default:
                return ImmutableArray<AccessPath>.Empty;
        }
    }

    private ImmutableArray<AccessPath> Extend(Value owner, Value part, ref State state) =>
        // A struct's field lies in the storage of the struct itself.
        owner is Value.Local { Variable.IsReferenceType: false, Variable: var variable } && !state.Variables.ContainsKey(variable.Id)
            ? PartsOf([AccessPath.Local(variable)], part)
            : PartsOf(Evaluate(owner, ref state).Objects, part);

    /// <param name="part">A field or an element of each; null for what each holds inside.</param>
    private static ImmutableArray<AccessPath> PartsOf(IReadOnlyList<AccessPath> owners, Value? part)
    {
        if (owners.Count == 1)
            return PartOf(owners[0], part) is { } only ? ImmutableArray.Create(only) : ImmutableArray<AccessPath>.Empty;
        var parts = ImmutableArray.CreateBuilder<AccessPath>(owners.Count);
        foreach (var owner in owners)
            if (PartOf(owner, part) is { } one)
                parts.Add(one);
        return parts.ToImmutable();
    }

    private static AccessPath? PartOf(AccessPath owner, Value? part) => part switch
    {
        null => owner.Content(),
        Value.Field field => owner.Field(field.Facts),
        Value.Element element => owner.Element(element.Index, element.IndexName),
        _ => null,
    };

    private State ExecuteAccess(Access access, State state)
    {
        var places = (access.Kind & AccessKind.Content) != 0
            ? PartsOf(Evaluate(access.Place, ref state).Objects, null)
            : PlacesOf(access.Place, ref state);
        foreach (var path in places)
        {
            if (!IsShareable(path, access.Kind) && !IsLate(path, access.Kind, state))
                continue;
            var doing = new Doing(_refreshes ? access.Kind & ~AccessKind.Poll : access.Kind, new(body.FilePath, access.Span), body.DisplayName, body.Id)
            {
                Operator = access.Operator,
                SpansAwait = access.SpansAwait,
                StoresFresh = access.Stored is Value.CallResult or Value.Items or Value.Constant or Value.Lambda or Value.MethodGroup,
                OwnerId = path is { Root: RootKind.This, Steps.IsEmpty: false } ? body.TypeId : "",
                OwnerSteps = path.Root == RootKind.This ? path.Steps.Length : 0,
            };
            var effect = new Effect(path, doing, SurroundingsAt(state)) { AfterAwait = state.AfterAwait, IsWeak = places.Length > 1, InLoop = _loopDepth > 0 };
            Record(effect, state);
            RecordSent(effect, state);
        }

        if ((access.Kind & (AccessKind.Write | AccessKind.Content)) == AccessKind.Write)
            state = NoteRaised(access, places, NoteClaim(state, access, places));
        return (access.Kind & AccessKind.Write) != 0 && (access.Kind & AccessKind.Content) == 0 ? Store(access, places, Detach(places, state)) : state;
    }

    /// <summary>
    /// The field gets another object: a local that holds the former one is no name of the field any more. What a handle
    /// stands for stays with it.
    /// </summary>
    private State Detach(ImmutableArray<AccessPath> places, State state)
    {
        if (places is not [{ Storage: { IsLocal: false, IsReferenceType: true } storage } place] || storage.TypeId.Contains("System.Threading."))
            return state;
        foreach (var held in state.Variables)
            if (held.Value.Single is { } path && path.Equals(place))
                state = state with { Variables = state.Variables.SetItem(held.Key, AbstractValue.Of(AccessPath.Object(body.Id + "!former " + place.Key))) };
        return state;
    }

    private State Store(Access access, ImmutableArray<AccessPath> places, State state)
    {
        if (access.Stored is Value.UnknownValue or Value.Constant)
            return places.Length == 1 && state.Heap.ContainsKey(places[0]) && !places[0].EndsInElement ? state with { Heap = state.Heap.Remove(places[0]) } : state;
        var value = Evaluate(access.Stored, ref state);
        if (value.IsUnknown)
            return state;
        if (places is [var published] && IsPublished(published, value, state))
        {
            // From here on the field is the object's name for everybody.
            state = state with { Heap = state.Heap.Remove(published) };
            foreach (var held in state.Variables)
                if (held.Value.Equals(value))
                    state = state with { Variables = state.Variables.SetItem(held.Key, AbstractValue.Of(published)) };
            return state;
        }

        foreach (var place in places)
        {
            // Slots of an array are one cell: what is stored in one does not replace the others, nor does a handler that is added.
            var merged = (place.EndsInElement || access.Operator == "+=") && state.Heap.TryGetValue(place, out var before) ? before.Union(value) : value;
            state = state with { Heap = state.Heap.SetItem(place, merged) };
            if (place is { Root: RootKind.This or RootKind.Static, EndsInElement: false })
                foreach (var fork in value.Handles)
                    fork.HandleKeys.Add(place.Key);
        }

        return state;
    }

    /// <summary>A collection made here that others can see through a field now, and that nothing running knows by its old name.</summary>
    private bool IsPublished(AccessPath place, AbstractValue value, State state) =>
        place is { Root: RootKind.This or RootKind.Static, EndsInElement: false, Storage.Safety: TypeSafety.ThreadUnsafe or TypeSafety.Abstract }
        && value.Single is { Root: RootKind.Object, Steps.IsEmpty: true } made && body.Makes(made.RootId)
        && !state.Live.Values.Any(running => running.Fork.Effects.Any(effect => effect.Path.Root == RootKind.Object && effect.Path.RootId == made.RootId));

    /// <summary>A constructor sets a field that nothing changes later, but something that it started runs already.</summary>
    private bool IsLate(AccessPath path, AccessKind kind, State state) =>
        body.Kind == BodyKind.Constructor && (kind & AccessKind.Write) != 0 && !state.Live.IsEmpty && path is { Root: RootKind.This, Steps.Length: 1 };

    /// <summary>Storage that nothing can break: set once at construction, or bound to its thread.</summary>
    private static bool IsShareable(AccessPath path, AccessKind kind)
    {
        if (path.Storage is not { } storage)
            return path.IsContent || path.EndsInElement;
        if (storage.IsThreadBound)
            return false;
        return path.IsContent || path.EndsInElement || !storage.IsReadOnly || (kind & AccessKind.Write) != 0 && storage.IsProperty;
    }

    /// <summary>The keys of what was joined; the same set for the same, so that effects share it.</summary>
    private ImmutableHashSet<string> JoinedKeys(State state)
    {
        if (state.Joined.IsEmpty)
            return s_nothing;
        if (!ReferenceEquals(_joined, state.Joined))
            (_joined, _joinedKeys) = (state.Joined, state.Joined.Select(static path => path.Key).ToImmutableHashSet(StringComparer.Ordinal));
        return _joinedKeys;
    }

    private void Record(Effect effect, State state)
    {
        if (_walks.Count > 0 && WalkOf(effect) is { } walked)
            Record(walked, state);
        NoteTested(effect);
        if (!_records.TryGetValue(effect, out var record))
        {
            if (_records.Count >= 4 * Summary.MaxEffects || IsTold(effect, state))
                return;
            _records[effect] = record = new(effect);
            if (!effect.Trace.IsEmpty)
                _told[effect] = record;
        }
        else
        {
            record.Effect = record.Effect.Meet(effect);
        }

        if (state.Live.IsEmpty)
            return;
        foreach (var pair in state.Live)
            if (pair.Value.Fork is { Kind: not ForkKind.Request, IsDormant: false } && !effect.Joined.Overlaps(pair.Value.Fork.HandleKeys))
                record.Meet(pair.Key, pair.Value);
    }

    /// <summary>
    /// The same done once more by way of another call tells nothing new, as long as nothing of ours runs beside it: the
    /// shorter way stays.
    /// </summary>
    private bool IsTold(Effect effect, State state)
    {
        if (effect.Trace.IsEmpty || !state.Live.IsEmpty || !_told.TryGetValue(effect, out var told))
            return false;
        if (!ReferenceEquals(told.Effect.Settings, effect.Settings) && !told.Effect.Settings.IsEmpty)
            told.Effect = told.Effect with { Settings = told.Effect.Settings.Intersect(effect.Settings) };
        if (effect.Trace.Length < told.Effect.Trace.Length)
            told.Effect = told.Effect with { Trace = effect.Trace };
        return true;
    }

    /// <summary>Waiting for each item of a collection of handles waits for the collection: the item's name tells which.</summary>
    private static bool IsHandle(FieldFacts variable) =>
        variable.TypeId == "T:System.Threading.Thread" || variable.TypeId.StartsWith("T:System.Threading.Tasks.Task", StringComparison.Ordinal);

    private State ExecuteBind(Bind bind, State state)
    {
        NoteResult(bind);
        var value = Evaluate(bind.Value, ref state);

        // The items of a sequence differ from turn to turn: the variable is the better name for each.
        if (value.Single is { IsOfThread: true, EndsInElement: true } perThread)
            value = OfThread(bind.Variable, perThread);
        else if (bind.Value is Value.Element taken && !IsNumbered(taken))
        {
            if (value.Single is { EndsInElement: true, IsHandedOver: false } item && !bind.Variable.IsDelegate && !IsHandle(bind.Variable))
                value = ItemFor(bind.Variable, item);
            state = RenewItems(value, state);
        }

        if (value.Single is { Root: RootKind.Object } made)
            value = AbstractValue.Of(made.Named(bind.Variable));
        NoteKept(bind, value, state);
        var variables = value.IsUnknown ? state.Variables.Remove(bind.Variable.Id) : state.Variables.SetItem(bind.Variable.Id, value);
        return ReferenceEquals(variables, state.Variables) ? state : state with { Variables = variables };
    }
}
