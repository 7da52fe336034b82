using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>What of a guarded object a value is: the object, a live view of it, a query that has not run, an item.</summary>
internal sealed record Live(GuardedObject Object, EscapeShape Shape);

/// <summary>
/// Follows a value back to the guarded object that it still depends on. Copies (ToArray, ToList, a new collection of the
/// items) end the search: they are what the author should have handed out, unless the items are collections under the lock too.
/// </summary>
internal sealed class LiveViews(PublicationScope scope, GuardedObjects objects)
{
    private const int MaxDepth = 6;

    private static readonly HashSet<string> s_views = new(StringComparer.Ordinal)
    {
        "get_Values", "get_Keys", "AsReadOnly", "AsEnumerable", "AsSpan", "AsMemory", "GetEnumerator", "GetViewBetween", "AsQueryable", "AsParallel", "get_AsReadOnly",
    };

    private static readonly HashSet<string> s_wrappers = new(StringComparer.Ordinal)
    {
        "T:System.Collections.ObjectModel.ReadOnlyCollection`1", "T:System.Collections.ObjectModel.ReadOnlyDictionary`2", "T:System.Collections.ObjectModel.ReadOnlyObservableCollection`1", "T:System.Collections.ObjectModel.ReadOnlySet`1",
        "T:System.ArraySegment`1", "T:System.Memory`1", "T:System.ReadOnlyMemory`1", "T:System.Span`1", "T:System.ReadOnlySpan`1", "T:System.IO.MemoryStream",
    };

    /// <summary>Operators of LINQ that look at their source when the result is walked.</summary>
    private static readonly HashSet<string> s_lazy = new(StringComparer.Ordinal)
    {
        "Where", "Select", "SelectMany", "OfType", "Cast", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending", "Take", "TakeWhile", "TakeLast", "Skip", "SkipWhile", "SkipLast",
        "Distinct", "DistinctBy", "Concat", "Union", "UnionBy", "Intersect", "IntersectBy", "Except", "ExceptBy", "Zip", "Reverse", "GroupBy", "GroupJoin", "Join", "Append", "Prepend", "DefaultIfEmpty", "Chunk", "Index", "AsParallel",
    };

    private static readonly HashSet<string> s_items = new(StringComparer.Ordinal) { "get_Item", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "Peek", "Find", "GetValueOrDefault", "ElementAt", "TryGetValue", "TryPeek" };

    /// <summary>The call gives an item of its receiver, as result or through a parameter, and leaves it there.</summary>
    public static bool GivesItem(Call call) => s_items.Contains(call.Method.Name);

    /// <summary>A slot that is returned by reference: a window into the array or dictionary that it is in.</summary>
    public Live? OfReference(Trail trail, Value slot, int at)
    {
        var container = slot switch
        {
            Value.Element element => element.Container,
            Value.CallResult { Node: var node } when trail.CallOf(node) is { Method: { TypeId: "T:System.Runtime.InteropServices.CollectionsMarshal", Name: "GetValueRefOrAddDefault" or "GetValueRefOrNullRef" } } call => call.Argument(0),
            _ => null,
        };
        return container is not null && Of(trail, container, at) is { Shape: EscapeShape.Itself or EscapeShape.View, Object.HasContent: true } whole ? new(whole.Object, EscapeShape.View) : null;
    }

    public Live? Of(Trail trail, Value value, int at, int depth = 0)
    {
        if (depth > MaxDepth)
            return null;
        switch (value)
        {
            case Value.Field:
                return objects.Of(value) is { } guarded ? new(guarded, EscapeShape.Itself) : OfKept(value);
            case Value.Local local:
                if (trail.BindOf(local.Variable, at) is not { } bind)
                    return FoundUnderKey(trail, local, at);
                return Of(trail, bind.Value, bind.Index, depth + 1) is { } held && !IsReplaced(trail, held.Object, bind.Index, at) ? held : null;
            case Value.Either either:
                return either.Options.Select(option => Of(trail, option, at, depth + 1)).FirstOrDefault(static live => live is not null);
            case Value.Element element:
                return Of(trail, element.Container, at, depth + 1) is { Shape: EscapeShape.Itself, Object.HasGuardedItems: true } container ? new(container.Object, EscapeShape.Item) : null;
            case Value.CallResult { Node: var node } when trail.CallOf(node) is { } call:
                return OfCall(trail, call, trail.IndexOf(call), depth + 1);
            default:
                return null;
        }
    }

    /// <summary>A read-only field that got a live view of a guarded object when its owner was made: who has the view looks into the object.</summary>
    private Live? OfKept(Value value)
    {
        if (value is not Value.Field { Receiver: Value.ThisValue, Facts: { IsReadOnly: true, IsStatic: false } field })
            return null;
        if (_kept.TryGetValue(field.Id, out var known))
            return known;
        _kept[field.Id] = null;
        foreach (var body in scope.Program.InitializersOf(field.OwnerId).Concat(scope.Program.MembersOf(field.OwnerId).SelectMany(scope.Program.BodiesOf).Where(static body => body.Kind == BodyKind.Constructor).Select(static body => body.Id)).Distinct().Select(scope.Program.Body).OfType<BodyFacts>())
        {
            var trail = PublicationScope.TrailOf(body);
            for (var i = 0; i < trail.Stops.Count; i++)
                if (trail.Stops[i].Node is Access { Place: Value.Field { Facts: var set } } access && set.Equals(field) && (access.Kind & (AccessKind.Write | AccessKind.Content)) == AccessKind.Write
                    && Of(trail, access.Stored, i, 1) is { Shape: EscapeShape.View } live)
                    return _kept[field.Id] = live;
        }

        return null;
    }

    private readonly Dictionary<string, Live?> _kept = new(StringComparer.Ordinal);

    /// <summary>A collection that a guarded one holds, given through an out parameter, and left there.</summary>
    private Live? FoundUnderKey(Trail trail, Value.Local found, int at)
    {
        if (found.Variable.Safety is not (TypeSafety.ThreadUnsafe or TypeSafety.Abstract))
            return null;
        for (var i = at - 1; i >= 0; i--)
            if (trail.Stops[i].Node is Call { Receiver: { } receiver } call && call.Arguments.Any(argument => argument.IsByRef && argument.Value.Equals(found)))
                return GivesItem(call) && objects.Of(receiver) is { HasGuardedItems: true } container && !IsTakenOut(trail, receiver) ? new(container, EscapeShape.Item) : null;
        return null;
    }

    /// <summary>The body takes items out of the collection, or puts others in their place: what it found may be given away.</summary>
    private static bool IsTakenOut(Trail trail, Value collection) => trail.Stops.Any(stop =>
        stop.Node is Call { Method.Name: "Remove" or "TryRemove" or "RemoveAt" or "Clear" or "set_Item" or "TryUpdate", Receiver: { } receiver } && receiver.Equals(collection));

    private Live? OfCall(Trail trail, Call call, int at, int depth)
    {
        if (IsCopy(call))
            return Of(trail, call.Receiver ?? call.Argument(0), at, depth) is { Shape: EscapeShape.Itself or EscapeShape.View, Object.HasInnerCollections: true } copied && !IsTakenOut(trail, copied.Object.Field) && !AreKeys(trail, call.Receiver ?? call.Argument(0), at) ? new(copied.Object, EscapeShape.Copy) : null;
        if (call.IsConstruction)
            return s_wrappers.Contains(call.Method.TypeId) && Of(trail, call.Argument(0), at, depth) is { } wrapped ? new(wrapped.Object, EscapeShape.View) : null;
        if (call.Method.IsSource || call.IsDelegateCall)
            return OfCallee(trail, call, at, depth);
        var isQuery = call.Method.TypeId is "T:System.Linq.Enumerable" or "T:System.Linq.ParallelEnumerable" && s_lazy.Contains(call.Method.Name);
        var source = Of(trail, call.Receiver ?? call.Argument(0), at, depth);
        if (isQuery)
            return (source ?? Of(trail, call.Argument(1), at, depth)) is { Shape: not EscapeShape.Item } queried ? new(queried.Object, EscapeShape.Query) : null;
        if (source is not { } live)
            return null;
        if (s_views.Contains(call.Method.Name))
            return live.Shape == EscapeShape.Item || !live.Object.HasContent ? null : new(live.Object, live.Shape == EscapeShape.Query ? EscapeShape.Query : EscapeShape.View);
        return GivesItem(call) && !call.Method.Name.StartsWith("Try", StringComparison.Ordinal) && live is { Shape: EscapeShape.Itself or EscapeShape.View, Object.HasGuardedItems: true } && !IsTakenOut(trail, call.Receiver ?? call.Argument(0)) ? new(live.Object, EscapeShape.Item) : null;
    }

    /// <summary>What a member of the same object gives; what an iterator gives looks at the object when it is walked.</summary>
    private Live? OfCallee(Trail caller, Call call, int at, int depth)
    {
        if (call.IsDelegateCall || call.Receiver is not (null or Value.ThisValue) || depth > MaxDepth || scope.Program.Targets(call.Method) is not [var target] || scope.Program.Body(target) is not { IsAsync: false, IsPrivate: true } callee) // what others hand out is told there
            return null;
        var trail = PublicationScope.TrailOf(callee);

        // What a helper notes in a field as it hands it out, it may see to: a copy is made before the next change.
        if (trail.Stops.Any(static stop => stop.Node is Access { Place: Value.Field } access && LazyInitialization.IsPlainWrite(access)))
            return null;
        for (var i = 0; i < trail.Stops.Count; i++)
        {
            var live = trail.Stops[i].Node switch
            {
                Jump { Kind: JumpKind.Return } jump when !callee.IsIterator => Of(trail, jump.Value, i, depth + 1),
                // An iterator begins when its result is walked: the locks of who has called it are given back by then.
                Access access when callee.IsIterator && (access.Kind & AccessKind.Content) != 0 && (Of(trail, access.Place, i, depth + 1) ?? OfGiven(access.Place)) is { Object: var walked } && !scope.LocksIn(callee, access.Span).Contains(walked.Lock.Key) => new(walked, EscapeShape.Query),
                _ => null,
            };
            if (live is not null)
                return live;
        }

        return null;

        Live? OfGiven(Value place)
        {
            if (place is Value.Local { Variable: var parameter })
                for (var i = 0; i < callee.Parameters.Length; i++)
                    if (callee.Parameters[i].Equals(parameter))
                        return Of(caller, call.Argument(i), at, depth + 1) is { Shape: EscapeShape.Itself or EscapeShape.View or EscapeShape.Query } given ? given : null;
            return null;
        }
    }

    /// <summary>A new collection of the same items.</summary>
    private static bool IsCopy(Call call) => call.IsConstruction
        ? call.Arguments.Length > 0 && !s_wrappers.Contains(call.Method.TypeId) && call.Method.TypeId.StartsWith("T:System.Collections.", StringComparison.Ordinal)
        : call.Method is { TypeId: "T:System.Linq.Enumerable" or "T:System.Collections.Generic.List`1", Name: "ToArray" or "ToList" };

    /// <summary>What a dictionary is asked by: not the collections that it holds.</summary>
    private static bool AreKeys(Trail trail, Value value, int at) => trail.Origin(value, at) is Value.CallResult { Node: var node } && trail.CallOf(node) is { Method.Name: "get_Keys" };

    private static bool IsTakenOut(Trail trail, FieldFacts collection) => trail.Stops.Any(stop => stop.Node switch
    {
        Call { Method.Name: "Remove" or "RemoveAt" or "Clear", Receiver: Value.Field { Facts: var emptied } } => emptied.Equals(collection),
        Access { Place: Value.Field { Facts: var replaced } } access => replaced.Equals(collection) && (access.Kind & (AccessKind.Write | AccessKind.Content)) == AccessKind.Write,
        _ => false,
    });

    /// <summary>The field got another object since: the former one is handed over, nobody else has it.</summary>
    private static bool IsReplaced(Trail trail, GuardedObject held, int from, int to)
    {
        for (var i = 0; i < trail.Stops.Count; i++)
            if (i > from && i < to && trail.Stops[i].Node is Access { Place: Value.Field { Facts: var field }, Operator: not "??=" } access
                && field.Equals(held.Field) && (access.Kind & (AccessKind.Write | AccessKind.Content)) == AccessKind.Write)
                return true;
        return false;
    }
}
