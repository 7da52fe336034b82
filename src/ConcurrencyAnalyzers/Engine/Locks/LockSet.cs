using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Locks;

internal enum LockMode
{
    Shared,
    Upgradeable,
    Exclusive,
}

/// <summary>A lock that is held: which object, in which mode.</summary>
internal readonly record struct HeldLock(AccessPath Path, LockMode Mode);

/// <summary>The locks surely held at a point. Immutable; a lock appears once, in its strongest mode.</summary>
internal sealed class LockSet : IEquatable<LockSet>
{
    public static readonly LockSet Empty = new(ImmutableSortedDictionary<string, HeldLock>.Empty, false);

    private readonly ImmutableSortedDictionary<string, HeldLock> _held;

    private LockSet(ImmutableSortedDictionary<string, HeldLock> held, bool hasUnknown)
    {
        _held = held;
        HasUnknown = hasUnknown;
    }

    /// <summary>Some lock is held whose object cannot be named here; nothing can be said about what it protects.</summary>
    public bool HasUnknown { get; }

    public bool IsEmpty => _held.IsEmpty && !HasUnknown;

    public IEnumerable<HeldLock> Held => _held.Values;

    public LockSet Add(AccessPath path, LockMode mode) =>
        _held.TryGetValue(path.Key, out var held) && held.Mode >= mode ? this : new(_held.SetItem(path.Key, new(path, mode)), HasUnknown);

    public LockSet AddUnknown() => HasUnknown ? this : new(_held, true);

    public LockSet RemoveUnknown() => HasUnknown ? new(_held, false) : this;

    public LockSet Remove(AccessPath path) => _held.ContainsKey(path.Key) ? new(_held.Remove(path.Key), HasUnknown) : this;

    /// <summary>What is held here and not there.</summary>
    public LockSet Without(LockSet other)
    {
        var rest = _held;
        foreach (var key in other._held.Keys)
            rest = rest.Remove(key);
        return rest.IsEmpty && !HasUnknown ? Empty : new(rest, HasUnknown && !other.HasUnknown);
    }

    public LockSet Union(LockSet other)
    {
        if (other.IsEmpty)
            return this;
        if (IsEmpty)
            return other;
        var result = this;
        foreach (var held in other.Held)
            result = result.Add(held.Path, held.Mode);
        return other.HasUnknown ? result.AddUnknown() : result;
    }

    /// <summary>What is held on both of two paths to a point.</summary>
    public LockSet Intersect(LockSet other)
    {
        if (ReferenceEquals(this, other) || Equals(other))
            return this;
        var both = ImmutableSortedDictionary<string, HeldLock>.Empty;
        foreach (var pair in _held)
            if (other._held.TryGetValue(pair.Key, out var there))
                both = both.Add(pair.Key, pair.Value.Mode <= there.Mode ? pair.Value : there);
        return both.IsEmpty && !HasUnknown && !other.HasUnknown ? Empty : new(both, HasUnknown || other.HasUnknown);
    }

    /// <summary>The locks renamed for another body; a lock that has no name there becomes unknown.</summary>
    public LockSet Map(Func<AccessPath, AccessPath?> rename)
    {
        if (IsEmpty)
            return this;
        var result = HasUnknown ? Empty.AddUnknown() : Empty;
        foreach (var held in Held)
            result = rename(held.Path) is { } path ? result.Add(path, held.Mode) : result.AddUnknown();
        return result;
    }

    /// <summary>Whether holders of the two sets exclude each other; two readers do not, but they may read together.</summary>
    /// <param name="isOneObject">Whether a name means the same object on both sides; null: always.</param>
    public bool Excludes(LockSet other, bool bothRead, Func<AccessPath, bool>? isOneObject = null)
    {
        foreach (var pair in _held)
        {
            if (!other._held.TryGetValue(pair.Key, out var there) || isOneObject is not null && !isOneObject(pair.Value.Path))
                continue;
            if (bothRead || pair.Value.Mode == LockMode.Exclusive || there.Mode == LockMode.Exclusive
                || pair.Value.Mode == LockMode.Upgradeable && there.Mode == LockMode.Upgradeable)
                return true;
        }

        return false;
    }

    /// <summary>How a lock is held; null where it is not.</summary>
    public LockMode? ModeOf(string lockKey) => _held.TryGetValue(lockKey, out var held) ? held.Mode : null;

    public bool Contains(string lockKey) => _held.ContainsKey(lockKey);

    /// <summary>Whether the lock is held in a mode that allows the access: who writes must keep readers out too.</summary>
    public bool Protects(string lockKey, bool writes) => _held.TryGetValue(lockKey, out var held) && (!writes || held.Mode == LockMode.Exclusive);

    public bool Equals(LockSet? other) => other is not null && HasUnknown == other.HasUnknown && _held.Count == other._held.Count && _held.SequenceEqual(other._held);

    public override bool Equals(object? obj) => Equals(obj as LockSet);

    public override int GetHashCode() => _held.Count;

    public override string ToString() => string.Join(",", _held.Keys) + (HasUnknown ? ",?" : "");
}
