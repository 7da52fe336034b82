using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>What is done to a state anywhere.</summary>
[Flags]
internal enum StateUse
{
    None = 0,

    /// <summary>Something is taken out of the collection, apart from disposal.</summary>
    Removes = 1,

    /// <summary>Entries are written over.</summary>
    Replaces = 2,

    /// <summary>The value is counted up or down.</summary>
    Updates = 4,

    /// <summary>Volatile, or accessed by Interlocked or Volatile.</summary>
    Atomic = 8,

    /// <summary>Interlocked changes it: several writers are expected, not one writer and its readers.</summary>
    AtomicUpdate = 16,

    /// <summary>Some member changes it, apart from setting it up.</summary>
    Changed = 32,

    /// <summary>A member other than the one that asks changes it.</summary>
    ChangedElsewhere = 64,

    /// <summary>An entry is taken as it is, or made where there is none: who comes with the key goes on with what is there.</summary>
    AddsOnDemand = 128,
}

/// <summary>
/// What the program does anywhere to a state, by its field: what a finding's harm rests on. Gathered once, from the
/// bodies that the engine looks at.
/// </summary>
internal sealed class StateUses(ProgramIndex program)
{
    private readonly Conflicts.OwnKeys _keys = new(program);

    private sealed class KnownUses
    {
        public StateUse Kinds { get; set; }

        /// <summary>Ids of the members that change it, apart from setting it up.</summary>
        public HashSet<string> Changers { get; } = new(StringComparer.Ordinal);
    }

    private Dictionary<string, KnownUses>? _uses;
    private readonly Dictionary<string, bool> _stateful = new(StringComparer.Ordinal);
    private HashSet<string>? _mutable;

    /// <summary>Ids of types whose fields somebody changes who is not a private member of theirs.</summary>
    private HashSet<string>? _changedFromOutside;
    private HashSet<string>? _locking;

    /// <summary>Ids of types that make a scheduler on which their work takes turns.</summary>
    private readonly HashSet<string> _turning = new(StringComparer.Ordinal);

    /// <summary>All that is done to a state, as a member sees it.</summary>
    public StateUse Of(FieldFacts state, string memberId)
    {
        var isVolatile = state.IsVolatile ? StateUse.Atomic : StateUse.None;
        if (!Uses.TryGetValue(state.Id, out var uses))
            return isVolatile;
        var changers = uses.Changers.Count;
        return uses.Kinds | isVolatile | (changers > 0 ? StateUse.Changed : StateUse.None)
            | (changers > 1 || changers == 1 && !uses.Changers.Contains(memberId) ? StateUse.ChangedElsewhere : StateUse.None);
    }

    /// <summary>Interlocked changes it somewhere: several writers are expected, not one writer and its readers.</summary>
    public bool HasWriters(FieldFacts state) => Uses.TryGetValue(state.Id, out var uses) && (uses.Kinds & StateUse.AtomicUpdate) != 0;

    /// <summary>A member other than this one changes the state.</summary>
    public bool IsChangedOutside(FieldFacts state, string memberId) => Uses.TryGetValue(state.Id, out var uses) && uses.Changers.Any(changer => changer != memberId);

    /// <summary>The members that change the state, apart from setting it up.</summary>
    public IEnumerable<string> ChangersOf(FieldFacts state) => Uses.TryGetValue(state.Id, out var uses) ? uses.Changers : [];

    /// <summary>The type's own code takes locks.</summary>
    public bool ExpectsThreads(string typeId)
    {
        _ = Uses;
        return _locking!.Contains(typeId);
    }

    /// <summary>The type's work comes in turns: one at a time, but each await lets the next one in.</summary>
    public bool TakesTurns(string typeId)
    {
        _ = Uses;
        return _turning.Contains(typeId);
    }

    public bool StartsWork(BodyFacts body) => body.Root.All().OfType<Call>().Any(call => program.Knowledge.RoleOf(call.Method.Key) is MemberRole.Start or MemberRole.SpawnTask or MemberRole.SpawnPool or MemberRole.SpawnTimer);

    /// <summary>Two objects of the type are not as good as one: it changes, or holds something.</summary>
    public bool IsStateful(string typeId)
    {
        if (_stateful.TryGetValue(typeId, out var known))
            return known;
        _stateful[typeId] = false;
        if (typeId.Length == 0 || IsEqualByContent(typeId))
            return false;
        return _stateful[typeId] = typeId is "T:System.Object" || typeId.StartsWith("T:System.Threading.", StringComparison.Ordinal) && !typeId.EndsWith("CancellationToken", StringComparison.Ordinal)
            || typeId.StartsWith("T:System.Collections.Concurrent.", StringComparison.Ordinal) || typeId.StartsWith("T:System.Net.Sockets.", StringComparison.Ordinal)
            || program.Type(typeId) is { IsStruct: false } type && (type.Bases.Contains("T:System.IDisposable") || type.Bases.Contains("T:System.IAsyncDisposable") || Mutable.Contains(typeId) || ChangesItself(typeId));
    }

    /// <summary>Two that hold the same are equal, and nobody but the type changes one, by steps of its own: one is as good as the other.</summary>
    private bool IsEqualByContent(string typeId) => program.Type(typeId) is { } type && type.Bases.Contains("T:System.IEquatable`1") && !type.Bases.Contains("T:System.IDisposable")
        && Uses is not null && !_changedFromOutside!.Contains(typeId) && !ChangesItself(typeId, static body => !body.IsPrivate);

    /// <summary>A member changes the object's own fields, or what they hold.</summary>
    private bool ChangesItself(string typeId, Func<BodyFacts, bool>? which = null) => program.MembersOf(typeId).SelectMany(program.BodiesOf)
        .Where(body => which is null || which(body))
        .Where(static body => body.Kind is BodyKind.Method or BodyKind.Accessor or BodyKind.Lambda or BodyKind.LocalFunction)
        .SelectMany(static body => body.Root.All())
        .Any(static node => node switch
        {
            Access access => (access.Kind & AccessKind.Write) != 0 && access.Place is Value.Field { Receiver: Value.ThisValue } && access.Operator != "??=",
            Call { Receiver: Value.Field { Receiver: Value.ThisValue } } call => CollectionSteps.Of(call.Method.ReceiverTypeId, call.Method.Name).Does is not (null or Deed.Get),
            _ => false,
        });

    private Dictionary<string, KnownUses> Uses => _uses ??= Collect();

    private HashSet<string> Mutable
    {
        get
        {
            _ = Uses;
            return _mutable!;
        }
    }

    private Dictionary<string, KnownUses> Collect()
    {
        var all = new Dictionary<string, KnownUses>(StringComparer.Ordinal);
        _mutable = new(StringComparer.Ordinal);
        _changedFromOutside = new(StringComparer.Ordinal);
        _locking = new(StringComparer.Ordinal);
        foreach (var member in program.Relevant)
            foreach (var body in program.BodiesOf(member))
                foreach (var node in body.Root.All())
                    Read(body, node, all);
        return all;
    }

    private void Read(BodyFacts body, Node node, Dictionary<string, KnownUses> all)
    {
        var isSetup = body.IsConstruction;
        switch (node)
        {
            case LockRegion:
                _locking!.Add(body.TypeId);
                break;
            case Access access when StateOf(access.Place) is { } state && (access.Kind & AccessKind.Write) != 0 && !isSetup:
                if (access.Place is Value.Field { Receiver: Value.ThisValue or Value.Field or Value.Local, Facts: var field } written && (access.Kind & AccessKind.Content) == 0 && !IsMadeHere(written.Receiver, body))
                    MarkChanged(field.OwnerId, body);
                else if ((access.Kind & AccessKind.Content) != 0)
                    MarkChanged(state.OwnerId, body);
                Note(state, ((access.Kind & AccessKind.Atomic) != 0 ? StateUse.Atomic : StateUse.None) | ((access.Kind & AccessKind.Atomic) != 0 && (access.Kind & AccessKind.Update) == AccessKind.Update ? StateUse.AtomicUpdate : StateUse.None) | (access.Operator is "++" or "--" or "+=" or "-=" || (access.Kind & AccessKind.Atomic) != 0 && (access.Kind & AccessKind.Update) == AccessKind.Update ? StateUse.Updates : StateUse.None));
                break;
            case Access { Kind: var kind, Place: var place } when (kind & AccessKind.Atomic) != 0 && StateOf(place) is { } read:
                Note(read, StateUse.Atomic, changes: false);
                break;
            case Call { IsConstruction: true, Method.TypeId: "T:System.Threading.Tasks.ConcurrentExclusiveSchedulerPair" }:
                _turning.Add(body.TypeId);
                break;
            case Call call:
                if (program.Knowledge.RoleOf(call.Method.Key) is MemberRole.LockEnter or MemberRole.LockEnterShared or MemberRole.LockTry or MemberRole.LockWait or MemberRole.LockScope)
                    _locking!.Add(body.TypeId);
                if (call.Receiver is { } receiver && StateOf(receiver) is { } collection && !isSetup)
                    ReadCall(body, call, collection);
                break;
        }

        void Note(FieldFacts state, StateUse use, bool changes = true)
        {
            if (!all.TryGetValue(state.Id, out var known))
                all[state.Id] = known = new();
            if (changes)
                known.Changers.Add(body.MemberId);
            known.Kinds |= use;
        }

        void ReadCall(BodyFacts body, Call call, FieldFacts collection)
        {
            var key = call.Method.ReceiverTypeId;
            if (call.Method.Name == "GetOrAdd")
                Note(collection, StateUse.AddsOnDemand, changes: false);
            var use = CollectionSteps.Of(key, call.Method.Name).Does switch
            {
                Deed.Remove or Deed.Take or Deed.TryTake or Deed.Clear => Teardown.Ends(body.DisplayName) ? StateUse.None : StateUse.Removes,
                Deed.Move when call.Method.Name.StartsWith("Remove", StringComparison.Ordinal) => StateUse.Removes,
                Deed.Set when _keys.IsDrawn(call.Argument(0), body) || IsOfDrawn(call.Argument(0), body) => StateUse.None,
                Deed.Set => call.Argument(0) is Value.Local { Variable.TypeId: var type } && program.Type(type) is { IsRecord: false, IsStruct: false } keys && !keys.Bases.Contains("T:System.IEquatable`1") && IsMadeHere(call.Argument(0), body) ? StateUse.None : StateUse.Replaces, // under a key that is new there is nothing yet
                Deed.Add or Deed.TryAdd or Deed.Append or Deed.Include => StateUse.None,
                _ when call.Method.Name is "AddOrUpdate" or "TryUpdate" => StateUse.Replaces,
                _ => (StateUse?)null,
            };
            if (use is { } kind)
            {
                Note(collection, kind);
                MarkChanged(collection.OwnerId, body);
            }
        }
    }

    private void MarkChanged(string ownerId, BodyFacts body)
    {
        _mutable!.Add(ownerId);
        if (!body.IsPrivate || body.TypeId != ownerId)
            _changedFromOutside!.Add(ownerId);
    }

    /// <summary>Filling what was made a moment ago is part of making it.</summary>
    private static bool IsMadeHere(Value? owner, BodyFacts body) => owner is Value.Local { Variable: var variable } && body.Root.All().Any(node => node switch
    {
        Bind bind => bind.Variable.Equals(variable) && IsMaking(bind.Value, body),
        Access { Place: Value.Local { Variable: var captured } } access => captured.Equals(variable) && IsMaking(access.Stored, body),
        _ => false,
    });

    /// <summary>The key of an object for which one was drawn when it was made here.</summary>
    private static bool IsOfDrawn(Value? key, BodyFacts body)
    {
        if (key is not (Value.Field { Receiver: Value.Local } or Value.CallResult))
            return false;
        var calls = body.Root.All().OfType<Call>().ToArray();
        var owner = key switch
        {
            Value.Field { Receiver: Value.Local { Variable: var made } } => made,
            Value.CallResult { Node: var number } when Array.Find(calls, call => call.Number == number) is { Receiver: Value.Local { Variable: var made } } => made,
            _ => null,
        };
        return owner is not null && body.Root.All().OfType<Bind>().Any(bind => bind.Variable.Equals(owner) && Array.Exists(calls, call => call.Method is { TypeId: "T:System.Guid", Name: "NewGuid" or "CreateVersion7" } && bind.Span.Contains(call.Span)));
    }

    private static bool IsMaking(Value value, BodyFacts body) => value is Value.CallResult made && body.Root.All().Any(node => node is Call { IsConstruction: true } call && call.Number == made.Node);

    private static FieldFacts? StateOf(Value place) => place switch
    {
        Value.Field field => field.Facts,
        Value.Local local => local.Variable,
        Value.Element element => StateOf(element.Container),
        _ => null,
    };
}
