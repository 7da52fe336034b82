using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// What fields hold, whoever stored it: the delegates in delegate fields and events, what threads in fields run, the
/// initial count of semaphores. Insensitive to order; consulted where the body at hand does not show the store.
/// </summary>
internal sealed partial class StoredTargets(ProgramIndex program)
{
    private Dictionary<string, List<Store>>? _stores;

    private sealed record Store(BodyFacts Body, Value Stored);

    /// <summary>The delegates that may be found at a path that ends in a field; the target object is the path's owner.</summary>
    public IEnumerable<Atom> DelegatesAt(AccessPath path)
    {
        if (path.EndsInElement && LastField(path.Parent) is { } collection)
        {
            foreach (var (body, stored, isOnce) in PutsOf(collection))
                foreach (var target in DelegatesOf(body, stored, collection, OwnerOf(path.Parent)))
                    yield return target with { IsItem = isOnce };
            yield break;
        }

        if (LastField(path) is not { } field)
            yield break;
        var stores = StoresOf(field);
        foreach (var (body, stored) in stores)
            foreach (var target in DelegatesOf(body, stored is Value.CallResult created && DelegateOfThread(body, created.Node) is var run and not Value.UnknownValue ? run : stored, field, OwnerOf(path), stores.Count == 1 && !field.IsEvent && body.TypeId == field.OwnerId ? path : null))
                yield return target;
    }

    /// <param name="holder">The place of the one delegate that is ever stored there: what it holds of others goes by that name.</param>
    private IEnumerable<Atom.Delegate> DelegatesOf(BodyFacts body, Value value, FieldFacts field, AccessPath? owner, AccessPath? holder = null)
    {
        switch (value)
        {
            case Value.Lambda lambda:
                yield return new(lambda.BodyId, ReceiverFor(body, field, owner), IsClosure: false) { Frame = holder };
                break;
            case Value.CallResult made when holder is not null && CallOf(body, made.Node) is { Method: { IsSource: true } maker, Receiver: null or Value.ThisValue } call:
                foreach (var closure in program.Targets(maker).Select(program.Body).OfType<BodyFacts>().SelectMany(static callee => callee.Root.All()).OfType<Jump>().Select(static jump => jump.Value).OfType<Value.Lambda>())
                    yield return new(closure.BodyId, call.Receiver is null ? null : owner, IsClosure: false) { Frame = holder };
                break;
            case Value.MethodGroup { Receiver: Value.Local or Value.CallResult } given when holder is not null:
                foreach (var target in program.Targets(given.Method))
                    yield return new(target, holder, IsClosure: false);
                break;
            case Value.MethodGroup { Receiver: Value.Field { Receiver: Value.ThisValue, Facts: { } part } } group when holder is not null && owner?.Field(part) is { } place:
                foreach (var target in program.Targets(group.Method))
                    yield return new(target, place, IsClosure: false);
                break;
            case Value.MethodGroup { Receiver: null or Value.ThisValue } group:
                foreach (var target in program.Targets(group.Method))
                    yield return new(target, group.Receiver is null ? null : ReceiverFor(body, field, owner), IsClosure: false);
                break;
        }
    }

    /// <summary>Id of the type of an object that a constructor call of some body made; null where that is not known.</summary>
    public string? TypeOf(AccessPath made) =>
        made is { Root: RootKind.Object, Steps.IsEmpty: true } && made.RootId.LastIndexOf('!') is > 0 and var mark && int.TryParse(made.RootId.Substring(mark + 1), out var node)
        && program.Body(made.RootId.Substring(0, mark)) is { } maker && CallOf(maker, node) is { IsConstruction: true, Method.TypeId: var type } ? type : null;

    /// <summary>The initial count of the semaphore at a path; <see cref="int.MaxValue"/> where it is computed or differs, null where no creation is seen.</summary>
    public int? InitialCount(AccessPath path)
    {
        if (path is { Root: RootKind.Object, Steps.IsEmpty: true } && path.RootId.LastIndexOf('!') is > 0 and var mark)
            return program.Body(path.RootId.Substring(0, mark)) is { } maker && int.TryParse(path.RootId.Substring(mark + 1), out var node) ? CountOf(maker, node) : null;
        if (path.Storage is not { } field)
            return null;
        int? count = null;
        foreach (var (body, stored) in StoresOf(field))
            if (stored is Value.CallResult created && CountOf(body, created.Node) is { } initial)
                count = count is { } other && other != initial ? int.MaxValue : initial;
        return count;
    }

    /// <summary>Whether the task factory at a path was made for a scheduler of its own.</summary>
    public bool HasScheduler(AccessPath path) =>
        path is { Root: RootKind.Object, Steps.IsEmpty: true } && path.RootId.LastIndexOf('!') is > 0 and var mark
            ? program.Body(path.RootId.Substring(0, mark)) is { } maker && int.TryParse(path.RootId.Substring(mark + 1), out var node) && TakesScheduler(maker, node)
            : path.Storage is { } field && StoresOf(field).Any(static store => store.Stored is Value.CallResult created && TakesScheduler(store.Body, created.Node));

    private static bool TakesScheduler(BodyFacts body, int node) => CallOf(body, node) is { IsConstruction: true } call && call.Method.Id.Contains("System.Threading.Tasks.TaskScheduler");

    private static int? CountOf(BodyFacts body, int node) => CallOf(body, node) is not { IsConstruction: true } call ? null
        : call.Argument(0) is Value.Constant { Text: var text } && int.TryParse(text, out var initial) ? initial : int.MaxValue;

    /// <summary>Whether the object at a path is seen to be made as a thread-unsafe collection, wherever it is made.</summary>
    public bool IsThreadUnsafe(AccessPath path)
    {
        if (path is { Root: RootKind.Object, Steps.IsEmpty: true })
            return path.RootId.LastIndexOf('!') is > 0 and var mark && program.Body(path.RootId.Substring(0, mark)) is { } maker && int.TryParse(path.RootId.Substring(mark + 1), out var node) && SafetyOf(maker, node) == TypeSafety.ThreadUnsafe;
        if (LastField(path) is not { } field)
            return false;
        var found = false;
        foreach (var (body, stored) in StoresOf(field).Concat(InitialStoresOf(field)))
        {
            var safety = stored switch
            {
                Value.Items => TypeSafety.ThreadUnsafe,
                Value.CallResult made => SafetyOf(body, made.Node),
                _ => TypeSafety.Unknown,
            };
            if (safety == TypeSafety.ThreadSafe)
                return false;
            found |= safety == TypeSafety.ThreadUnsafe;
        }

        return found;
    }

    /// <summary>What a field is initialised with in a type that knows nothing of threads.</summary>
    private IEnumerable<Store> InitialStoresOf(FieldFacts field) =>
        from id in program.InitializersOf(field.OwnerId)
        let body = program.Body(id)
        where body is not null
        from access in body.Root.All().OfType<Access>()
        where access.Place is Value.Field { Facts: var stored } && stored.Equals(field) && access.Stored is not Value.UnknownValue
        select new Store(body, access.Stored);

    private TypeSafety SafetyOf(BodyFacts body, int node) =>
        CallOf(body, node) is { IsConstruction: true, Method.TypeId: { Length: > 2 } type } ? program.Knowledge.SafetyOf(type.Substring(2)) : TypeSafety.Unknown;

    /// <summary>Whether a type of this compilation derives from another.</summary>
    public bool Inherits(string typeId, string baseId) => program.Type(typeId) is { } type && type.Bases.Contains(baseId);

    /// <summary>Whether a field holds what a caller handed in: a parameter, of a primary constructor or of any other member.</summary>
    public bool IsGiven(FieldFacts field) =>
        IsPrimary(field)
        || StoresOf(field).Any(static store => store.Stored is Value.Local { Variable: var variable } && store.Body.Parameters.Contains(variable) || store.Stored is Value.Field { Facts: var parameter } && IsPrimary(parameter));

    private static bool IsPrimary(FieldFacts field) => field.Id.StartsWith("PP:", StringComparison.Ordinal);

    /// <summary>
    /// A handler that another type subscribed runs on some instance of that type: all we know is that invocations of
    /// one event reach the same one.
    /// </summary>
    private static AccessPath? ReceiverFor(BodyFacts storing, FieldFacts field, AccessPath? owner) =>
        storing.TypeId == field.OwnerId ? owner : SummaryTable.InstanceOfType(storing.TypeId);

    private static FieldFacts? LastField(AccessPath path) =>
        path.Steps.IsEmpty ? path.Root == RootKind.Static ? path.RootField : null : path.Steps[path.Steps.Length - 1].Kind == StepKind.Field ? path.Steps[path.Steps.Length - 1].Field : null;

    private static AccessPath? OwnerOf(AccessPath path) => path.Steps.IsEmpty ? null : path.Parent;

    private List<Store> StoresOf(FieldFacts field)
    {
        _stores ??= Collect();
        return _stores.TryGetValue(field.Id, out var stores) ? stores : [];
    }

    private Dictionary<string, List<Store>> Collect()
    {
        var stores = new Dictionary<string, List<Store>>(StringComparer.Ordinal);
        foreach (var member in program.Relevant.Concat(program.Subscribers))
            foreach (var body in program.BodiesOf(member))
                foreach (var access in body.FieldStores)
                    if (access.Place is Value.Field { Facts: var field })
                    {
                        if (!stores.TryGetValue(field.Id, out var list))
                            stores[field.Id] = list = [];
                        list.Add(new(body, access.Stored));
                    }
        return stores;
    }

    private Value DelegateOfThread(BodyFacts body, int node) =>
        CallOf(body, node) is { } call && (program.Knowledge.RoleOf(call.Method.Key) is MemberRole.ThreadCreate or MemberRole.TaskCreate || call is { IsConstruction: true, Method.TypeId: "T:System.Threading.ThreadLocal`1" }) ? call.Argument(0) : Value.Unknown;

    private static Call? CallOf(BodyFacts body, int node) => body.Root.All().OfType<Call>().FirstOrDefault(call => call.Number == node);
}
