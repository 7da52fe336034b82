using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>
/// Whether it matters which of two objects is kept when two threads make one each. It does not for values that are
/// equal and never change: a text, a computed array, a delegate, an immutable record.
/// </summary>
internal sealed class Stakes(PublicationScope scope)
{
    /// <summary>Calls between what makes an object and what it does beside that.</summary>
    private const int MaxDepth = 3;

    private readonly Dictionary<string, Stake> _types = new(StringComparer.Ordinal);
    private static readonly string[] s_makers = ["Create", "Open", "Connect", "Build", "New", "Make", "Start", "Listen"];

    private HashSet<string>? _filled;

    /// <param name="areSeen">Two flows are seen to ask for it at once.</param>
    public Stake Of(FieldFacts field, Value stored, Trail trail, bool areSeen)
    {
        if (field.IsReferenceType && !field.IsDelegate && IsAnother(stored, trail))
            return Stake.Identity;
        if (!field.IsReferenceType || field.IsDelegate || field.Safety == TypeSafety.Immutable)
            return Stake.None;
        return stored switch
        {
            Value.CallResult { Node: var node } when trail.CallOf(node) is { } call => OfCall(field, call, areSeen),
            Value.Items => Filled(field),
            Value.Lambda or Value.MethodGroup => Stake.None,
            _ => Stake.None,
        };
    }

    /// <summary>What an awaited call gives is made by it, if its name says so or it is of this compilation; or the call itself is what must not be done twice.</summary>
    /// <param name="areSeen">Two flows are seen to ask for it at once.</param>
    public Stake OfAwaited(FieldFacts field, Call call, bool areSeen)
    {
        var ofResult = field.IsReferenceType && field is { IsDelegate: false, Safety: not TypeSafety.Immutable } && (call.Method.IsSource || IsMade(call)) ? OfDeclared(field) : Stake.None;
        if (ofResult != Stake.None || !field.IsReferenceType)
            return ofResult;
        if (areSeen && call.Method.IsSource && field is { IsDelegate: false, Safety: not TypeSafety.Immutable } && HandsOutCollections(field.TypeId))
            return Stake.Contents;
        return Commands.Is(call) ? Stake.SideEffects : OfOthers(call) ? Stake.Identity : Stake.None;
    }

    /// <summary>A call that draws its result, or makes it of such a one: the text of an identity.</summary>
    private bool IsAnother(Value value, Trail trail, int depth = MaxMakers) =>
        depth > 0 && value is Value.CallResult { Node: var number } && trail.CallOf(number) is { } maker
        && (OfOthers(maker) || !maker.Method.IsSource && maker.Receiver is { } part && IsAnother(trail.Origin(part, trail.IndexOf(maker)), trail, depth - 1));

    /// <summary>What the call gives differs from call to call: its body draws a number or takes the next of a count.</summary>
    private bool OfOthers(Call call) => Draws(call) || MakersOf(call).Any(maker => DrawsFor(maker, MaxMakers));

    private IEnumerable<string> MakersOf(Call call) =>
        call.IsDelegateCall ? call.Receiver is Value.Field { Receiver: Value.ThisValue, Facts: var held } && AccessPath.This.Field(held) is { } holder ? scope.Table.Stored.DelegatesAt(holder).OfType<Atom.Delegate>().Select(static atom => atom.BodyId) : []
        : call.Method.IsSource && scope.Program.Targets(call.Method) is [var target] ? [target] : [];

    private bool DrawsFor(string bodyId, int depth) =>
        depth > 0 && scope.Program.Body(bodyId) is { } body && body.Root.All().OfType<Call>().Any(call => Draws(call) || call.Method.IsSource && !call.IsConstruction && MakersOf(call).Any(maker => DrawsFor(maker, depth - 1)));

    private static bool Draws(Call call) => call.Method switch
    {
        { TypeId: "T:System.Guid", Name: "NewGuid" or "CreateVersion7" } => true,
        { TypeId: "T:System.Random", Name: var name } => name.StartsWith("Next", StringComparison.Ordinal) || name.StartsWith("Get", StringComparison.Ordinal),
        { TypeId: "T:System.Security.Cryptography.RandomNumberGenerator" } => true,
        { TypeId: "T:System.Threading.Interlocked", Name: "Increment" } => !call.IsDropped,
        _ => false,
    };

    private const int MaxMakers = 3;

    private Stake OfCall(FieldFacts field, Call call, bool areSeen)
    {
        if (!call.IsConstruction)
            return OfFactory(field, call, areSeen);
        var key = call.Method.TypeId.Length > 2 ? call.Method.TypeId.Substring(2) : "";
        if (key == "System.Object" || IsSynchronization(key))
            return IsNamed(key, call) ? Stake.None : Stake.Synchronization;
        if (key.StartsWith("System.Collections.Concurrent.", StringComparison.Ordinal) || key == "System.Runtime.CompilerServices.ConditionalWeakTable`2")
            return Stake.Contents;
        if (scope.Program.Knowledge.SafetyOf(key) is TypeSafety.ThreadUnsafe && key.StartsWith("System.Collections.", StringComparison.Ordinal))
            return Filled(field);
        if (key.StartsWith("System.Lazy", StringComparison.Ordinal))
            return Stake.None;
        if (OfType(call.Method.TypeId) is var known and not Stake.None)
            return known;
        if (MakesNoise(call))
            return Stake.SideEffects;
        return call.Method.MakesDisposable ? Stake.Lifetime : scope.Program.Knowledge.SafetyOf(key) is TypeSafety.ThreadUnsafe ? Filled(field) : Stake.None;
    }

    /// <summary>Two of one name are one lock of the system.</summary>
    private static bool IsNamed(string key, Call call) =>
        key switch { "System.Threading.Mutex" => 1, "System.Threading.Semaphore" or "System.Threading.EventWaitHandle" => 2, _ => -1 } is > 0 and var name
        && call.Arguments.Any(argument => argument.Ordinal == name && argument.Value is not Value.Constant { Text: "" });

    private Stake OfFactory(FieldFacts field, Call call, bool areSeen)
    {
        switch (scope.Program.Knowledge.RoleOf(call.Method.Key))
        {
            case MemberRole.CompletedTask or MemberRole.AtomicRead or MemberRole.AtomicUpdate:
                return Stake.None;
            case MemberRole.SpawnTask or MemberRole.SpawnTimer:
                return Stake.SideEffects;
        }

        if (call.Method.IsSource && (call.Method.ReturnsAwaitable || call.Method.IsAsync))
            return call.Method.IsAsync ? Stake.SideEffects : Stake.None;
        return !IsMade(call) && !(areSeen && call.IsDelegateCall) ? Stake.None // a function that is handed in to be asked once makes what it gives
            : OfDeclared(field) is var known and not Stake.None ? known
            : call.IsDelegateCall && scope.Program.Type(field.TypeId) is { IsCommanded: true } ? Stake.State
            : call.Method.IsSource && scope.Program.Targets(call.Method) is [var target, ..] && Registers(target, 0) ? Stake.SideEffects : Stake.None;
    }

    /// <summary>The call makes its result, and does not look it up. Of what is written elsewhere, or nowhere, the name tells.</summary>
    private bool IsMade(Call call)
    {
        var callees = call.Method.IsSource ? scope.Program.Targets(call.Method).Select(scope.Table.Of).OfType<Summary>().ToArray() : [];
        return callees.Length == 0
            ? s_makers.Any(verb => call.Method.Name.StartsWith(verb, StringComparison.Ordinal))
            : Array.TrueForAll(callees, static callee => callee.Result.Single is { Root: RootKind.Object, Steps.IsEmpty: true } made && SummaryTable.IsCreation(made, callee.Body));
    }

    /// <summary>All that is known is the field's type.</summary>
    private Stake OfDeclared(FieldFacts field) =>
        field.TypeId.StartsWith("T:System.Threading.Tasks.", StringComparison.Ordinal) ? Stake.None
        : field.IsDisposable ? Stake.Lifetime
        : field.Safety == TypeSafety.ThreadUnsafe || field.TypeId == "T:System.Array" ? Filled(field)
        : OfType(field.TypeId);

    /// <summary>Something is put into the field's object after it is made, somewhere in the program.</summary>
    private Stake Filled(FieldFacts field)
    {
        _filled ??= new(scope.Summaries.Where(static summary => !summary.Body.IsConstruction).SelectMany(FilledIn), StringComparer.Ordinal);
        return _filled.Contains(field.Id) ? Stake.Contents : Stake.None;
    }

    /// <summary>Ids of the fields whose objects a body fills, through whatever names it.</summary>
    private IEnumerable<string> FilledIn(Summary summary)
    {
        foreach (var effect in summary.Effects.Concat(summary.Forks.SelectMany(static fork => fork.Effects)))
            if (effect.Writes && (effect.IsContent || effect.Path.EndsInElement) && effect.Path.Storage is { } storage)
                yield return storage.Id;
        var trail = PublicationScope.TrailOf(summary.Body);
        for (var i = 0; i < trail.Stops.Count; i++)
            if (trail.Stops[i].Node is Access access && (access.Kind & (AccessKind.Write | AccessKind.Content)) == (AccessKind.Write | AccessKind.Content))
                foreach (var option in trail.Origin(access.Place, i) is Value.Either either ? either.Options.ToArray() : [trail.Origin(access.Place, i)])
                    if (option is Value.Field field)
                        yield return field.Facts.Id;
    }

    /// <summary>A type of this compilation: disposable, or with members that change it after construction.</summary>
    private Stake OfType(string typeId)
    {
        if (_types.TryGetValue(typeId, out var known))
            return known;
        _types[typeId] = Stake.None;
        var stake = Stake.None;
        for (var (type, depth) = (scope.Program.Type(typeId), 0); type is not null && depth < 4 && stake == Stake.None; depth++)
        {
            if (scope.Program.MembersOf(type.Id).Any(member => scope.Program.BodiesOf(member).Any(ChangesItself)))
                stake = Stake.State;
            type = type.Bases.Select(scope.Program.Type).FirstOrDefault(static candidate => candidate is not null);
        }

        return _types[typeId] = stake;
    }

    /// <summary>Writes its own fields, or what they hold; a lazily kept value does not count.</summary>
    private bool ChangesItself(BodyFacts body)
    {
        if (body.IsConstruction || PublicationScope.IsTeardown(body))
            return false;
        var trail = PublicationScope.TrailOf(body);
        for (var i = 0; i < trail.Stops.Count; i++)
        {
            switch (trail.Stops[i].Node)
            {
                case Access { Operator: not "??=" } access when (access.Kind & AccessKind.Write) != 0 && Owner(access.Place) is { } owned && !IsLazy(trail, i, owned):
                    return true;
                case Call { Method.Name: "TryAdd" or "GetOrAdd" or "AddOrUpdate" or "Enqueue" or "Push" or "Add" or "set_Item" or "TryRemove" or "TryDequeue" or "TryTake" or "TryPop", Receiver: Value.Field { Receiver: Value.ThisValue } }:
                    return true;
            }
        }

        return false;
    }

    private static Value.Field? Owner(Value place) => place switch
    {
        Value.Field { Receiver: Value.ThisValue } field => field,
        Value.Field { Receiver: { } outer } => Owner(outer),
        Value.Element { Container: var container } => Owner(container),
        _ => null,
    };

    private static bool IsLazy(Trail trail, int at, Value place) =>
        trail.TestsBefore(at, (branch, i) => branch.NullArm >= 0 && trail.Origin(branch.NullTested, i).Equals(place) ? branch.NullArm : -1).Any();

    /// <summary>Objects of the type have a collection each, made with them, that whoever has the object may change.</summary>
    private bool HandsOutCollections(string typeId) => scope.Program.InitializersOf(typeId).Select(scope.Program.Body).OfType<BodyFacts>().SelectMany(static body => body.Root.All()).OfType<Access>()
        .Any(static access => LazyInitialization.IsPlainWrite(access) && access.Place is Value.Field { Facts: { IsPrivate: false, IsStatic: false, Safety: TypeSafety.ThreadUnsafe } });

    /// <summary>
    /// Each run puts something where others look: adds to a static collection, or stores there under a key that it has just
    /// made. What is stored under a key that was handed in is stored twice without harm.
    /// </summary>
    private bool Registers(string bodyId, int depth)
    {
        if (scope.Program.Body(bodyId) is not { } body || body.IsConstruction && depth == 0)
            return false;
        var trail = PublicationScope.TrailOf(body);
        for (var i = 0; i < trail.Stops.Count; i++)
            if (trail.Stops[i].Node is Call call && (AddsToStatic(trail, i, call) || depth < MaxDepth && call.Method.IsSource && scope.Program.Targets(call.Method) is [var target] && Registers(target, depth + 1)))
                return true;
        return false;
    }

    private static bool AddsToStatic(Trail trail, int at, Call call) => call.Receiver is Value.Field { Receiver: null } && call.Method.Name switch
    {
        "Enqueue" or "Push" => true,
        "Add" when call.Arguments.Length == 1 => true,
        "TryAdd" or "set_Item" or "Add" => call.Argument(0) is Value.Local { Variable: var key } && trail.BindOf(key, at) is { } bind && trail.Stops[bind.Index].Node.Span is var made
            && trail.Stops.Any(stop => stop.Node is Call { Method: { IsStatic: true, IsSource: false } } maker && made.Contains(maker.Span) && maker.Arguments.All(static argument => argument.IsByRef || argument.Value is Value.Constant)),
        _ => false,
    };

    /// <summary>The constructor starts work, or changes what others see.</summary>
    private bool MakesNoise(Call creation) =>
        scope.Table.Of(creation.Method.Id) is { } summary
        && (!summary.Forks.IsEmpty || summary.Effects.Any(static effect => effect.Writes && effect.Path.Root == RootKind.Static));

    private static bool IsSynchronization(string key) =>
        key.StartsWith("System.Threading.", StringComparison.Ordinal) && !key.StartsWith("System.Threading.Channels.", StringComparison.Ordinal) && !key.StartsWith("System.Threading.CancellationToken", StringComparison.Ordinal);
}
