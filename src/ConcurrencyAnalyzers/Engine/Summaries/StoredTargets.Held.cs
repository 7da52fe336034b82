using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>What is known of a field by all that is ever stored in it.</summary>
internal sealed partial class StoredTargets
{
    private readonly Dictionary<string, HashSet<string>?> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _raised = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _forgotten = new(StringComparer.Ordinal);

    /// <summary>Whether an object of the type, or of one that derives from it, may be in the field.</summary>
    public bool MayHold(FieldFacts field, string typeId)
    {
        if (!_held.TryGetValue(field.Id, out var held))
            _held[field.Id] = held = TypesIn(field);
        return held is null || held.Any(type => type == typeId || Inherits(type, typeId));
    }

    /// <summary>The types of all objects that are stored in a field that its own family alone can set; null where one is not made on the spot.</summary>
    private HashSet<string>? TypesIn(FieldFacts field)
    {
        if (field is not { IsReferenceType: true } || !(field.IsPrivate || field.IsForHeirs))
            return null;
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (body, store) in StoresByFamily(field))
            if (store.Stored is Value.CallResult { Node: var node } && CallOf(body, node) is { IsConstruction: true, Method.TypeId: { Length: > 0 } type })
                types.Add(type);
            else if (store.Stored is not Value.Constant)
                return null;
        return types.Count == 0 ? null : types;
    }

    /// <summary>Whoever sets the field to null has looked at what it holds before.</summary>
    public bool IsForgottenKnowingly(FieldFacts field)
    {
        if (!_forgotten.TryGetValue(field.Id, out var isKnown))
            _forgotten[field.Id] = isKnown = StoresEverywhere(field).All(store => (store.Store.Kind & AccessKind.Null) == 0 || store.Body.Root.All().OfType<Access>().Any(read =>
                read is { Place: Value.Field { Facts: var seen } } && (read.Kind & AccessKind.Read) != 0 && seen.Equals(field) && read.Span.Start < store.Store.Span.Start));
        return isKnown;
    }

    /// <summary>A flag that only its own family can set, and that is never set to anything but true once the object is made.</summary>
    public bool IsOnlyRaised(FieldFacts flag)
    {
        if (!_raised.TryGetValue(flag.Id, out var isOnly))
            _raised[flag.Id] = isOnly = flag.IsPrivate && StoresByFamily(flag).All(static store => store.Body.IsConstruction || store.Store.Stored is Value.Constant { Text: "True" });
        return isOnly;
    }

    private sealed record StoreIn(BodyFacts Body, Access Store);

    private IEnumerable<StoreIn> StoresEverywhere(FieldFacts field) =>
        StoresIn(program.Relevant.Concat(program.Subscribers), field);

    /// <summary>Stores by the type that has the field, those inside of it and those that derive from it.</summary>
    private IEnumerable<StoreIn> StoresByFamily(FieldFacts field) =>
        StoresIn(program.FamilyOf(field.OwnerId).SelectMany(program.MembersOf), field);

    private IEnumerable<StoreIn> StoresIn(IEnumerable<string> members, FieldFacts field) =>
        from member in members
        from body in program.BodiesOf(member)
        from access in body.Root.All().OfType<Access>()
        where (access.Kind & AccessKind.Write) != 0 && (access.Kind & AccessKind.Content) == 0 && access.Place is Value.Field { Facts: var stored } && stored.Equals(field)
        select new StoreIn(body, access);
}
