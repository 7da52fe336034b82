using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>
/// Why we believe that two threads meet at a field: flows that are seen to, or a type that shows that it expects them,
/// by what it does with this field or by locks that several of its members take. Nothing else counts.
/// </summary>
internal sealed class Evidence(PublicationScope scope)
{
    /// <summary>Members that must take the same lock, and their share, before it speaks for fields that it does not guard.</summary>
    private const int LockingMembers = 2;
    private const double LockingShare = 0.5;

    private readonly Dictionary<string, Locking> _types = new(StringComparer.Ordinal);

    public bool IsFieldOfOwner(Value place) => place is Value.Field { Receiver: null or Value.ThisValue };

    /// <summary>Two flows are seen to be at the two places at once.</summary>
    public bool Meet(Value place, Place one, Place other) => FactsOf(place) is { } field && scope.Meetings.Meet(field, one, other);

    /// <summary>What can overlap with the place changes the field too, and takes a lock for it.</summary>
    public bool IsChangedUnderLock(Value place, Place at) =>
        FactsOf(place) is { } field && scope.Meetings.With(field, at).Any(static there => there.Writes && there.Locks.Held.Any());

    /// <summary>The type says so.</summary>
    public bool ShownByType(Value place, BodyFacts body)
    {
        if (place is not Value.Field { Receiver: null or Value.ThisValue, Facts: var field } || !scope.IsLive(body) || !field.IsStatic && scope.Program.IsForOneUser(body.TypeId))
            return false;
        if (field.IsVolatile)
            return true;
        // A number that lets in who changes it first keeps the others away for good; it guards nothing.
        foreach (var use in scope.UsesOf(field))
            if ((use.Access.Kind & AccessKind.Atomic) != 0 || use.Locks.Held.Any(static held => !held.Path.IsContent) && scope.IsLive(use.Trail.Body))
                return true;
        var (ofStatics, ofInstances) = LocksOf(field.OwnerId);
        return field.IsStatic ? ofStatics : ofInstances;
    }

    public static FieldFacts? FactsOf(Value place) => place switch
    {
        Value.Field { Facts: var field } => field,
        Value.Local { Variable: var variable } => variable,
        _ => null,
    };

    private sealed record Locking(bool OfStatics, bool OfInstances);

    private Locking LocksOf(string typeId)
    {
        if (_types.TryGetValue(typeId, out var known))
            return known;
        var holders = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var users = new HashSet<string>(StringComparer.Ordinal);
        var ofStatics = false;
        foreach (var body in scope.BodiesOfType(typeId))
        {
            if (!scope.IsLive(body) || scope.Table.Of(body.Id) is not { } summary)
                continue;
            if (summary.Effects.Any(static effect => effect.Path.Root == RootKind.This))
                users.Add(body.MemberId);
            foreach (var held in summary.Held.Values.SelectMany(static locks => locks.Held))
            {
                if (held.Path.IsContent || held.Mode == LockMode.Shared)
                    continue;
                ofStatics |= held.Path.Root == RootKind.Static;
                if (held.Path.Root != RootKind.This)
                    continue;
                if (!holders.TryGetValue(held.Path.Key, out var members))
                    holders[held.Path.Key] = members = new(StringComparer.Ordinal);
                members.Add(body.MemberId);
            }
        }

        return _types[typeId] = new(ofStatics, holders.Values.Any(members => members.Count >= LockingMembers && members.Count >= LockingShare * users.Count));
    }
}
