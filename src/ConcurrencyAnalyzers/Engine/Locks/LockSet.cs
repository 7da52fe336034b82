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
internal sealed record HeldLock(AccessPath Path, LockMode Mode);

/// <summary>The locks surely held at a point. Immutable; a lock appears once, in its strongest mode.</summary>
internal sealed class LockSet : IEquatable<LockSet>
{
    public static readonly LockSet Empty = new(ImmutableArray<HeldLock>.Empty, false);

    private static readonly LockSet s_unknown = new(ImmutableArray<HeldLock>.Empty, true);

    /// <summary>Sorted by key. There are hardly ever more than two: an array is searched faster than a tree.</summary>
    private readonly ImmutableArray<HeldLock> _held;

    private LockSet(ImmutableArray<HeldLock> held, bool hasUnknown)
    {
        _held = held;
        HasUnknown = hasUnknown;
    }

    /// <summary>Some lock is held whose object cannot be named here; nothing can be said about what it protects.</summary>
    public bool HasUnknown { get; }

    public bool IsEmpty => _held.IsEmpty && !HasUnknown;

    public ImmutableArray<HeldLock> Held => _held;

    public LockSet Add(AccessPath path, LockMode mode)
    {
        var index = 0;
        for (; index < _held.Length; index++)
        {
            var order = string.CompareOrdinal(_held[index].Path.Key, path.Key);
            if (order == 0)
                return _held[index].Mode >= mode ? this : new(_held.SetItem(index, new(path, mode)), HasUnknown);
            if (order > 0)
                break;
        }

        return new(_held.Insert(index, new(path, mode)), HasUnknown);
    }

    public LockSet AddUnknown() => HasUnknown ? this : Of(_held, true);

    public LockSet RemoveUnknown() => HasUnknown ? Of(_held, false) : this;

    public LockSet Remove(AccessPath path) => IndexOf(path.Key) is >= 0 and var index ? Of(_held.RemoveAt(index), HasUnknown) : this;

    /// <summary>What is held here and not there.</summary>
    public LockSet Without(LockSet other)
    {
        var rest = this;
        foreach (var held in other._held)
            rest = rest.Remove(held.Path);
        return other.HasUnknown ? rest.RemoveUnknown() : rest;
    }

    public LockSet Union(LockSet other)
    {
        if (other.IsEmpty)
            return this;
        if (IsEmpty)
            return other;
        var result = this;
        foreach (var held in other._held)
            result = result.Add(held.Path, held.Mode);
        return other.HasUnknown ? result.AddUnknown() : result;
    }

    /// <summary>What is held on both of two paths to a point.</summary>
    public LockSet Intersect(LockSet other)
    {
        if (ReferenceEquals(this, other) || Equals(other))
            return this;
        var both = ImmutableArray<HeldLock>.Empty;
        foreach (var held in _held)
            if (other.Find(held.Path.Key) is { } there)
                both = both.Add(held.Mode <= there.Mode ? held : there);
        return Of(both, HasUnknown || other.HasUnknown);
    }

    /// <summary>The locks renamed for another body; a lock that has no name there becomes unknown.</summary>
    public LockSet Map(Func<AccessPath, AccessPath?> rename)
    {
        if (_held.IsEmpty)
            return this;
        var result = HasUnknown ? s_unknown : Empty;
        foreach (var held in _held)
            result = rename(held.Path) is { } path ? result.Add(path, held.Mode) : result.AddUnknown();
        return result;
    }

    /// <summary>Whether holders of the two sets exclude each other; two readers do not, but they may read together.</summary>
    /// <param name="isOneObject">Whether a name means the same object on both sides; null: always.</param>
    public bool Excludes(LockSet other, bool bothRead, Func<AccessPath, bool>? isOneObject = null)
    {
        foreach (var held in _held)
        {
            if (other.Find(held.Path.Key) is not { } there || isOneObject is not null && !isOneObject(held.Path))
                continue;
            if (bothRead || held.Mode == LockMode.Exclusive || there.Mode == LockMode.Exclusive
                || held.Mode == LockMode.Upgradeable && there.Mode == LockMode.Upgradeable)
                return true;
        }

        return false;
    }

    /// <summary>How a lock is held; null where it is not.</summary>
    public LockMode? ModeOf(string lockKey) => IndexOf(lockKey) is >= 0 and var index ? _held[index].Mode : null;

    public bool Contains(string lockKey) => IndexOf(lockKey) >= 0;

    /// <summary>Whether the lock is held in a mode that allows the access: who writes must keep readers out too.</summary>
    public bool Protects(string lockKey, bool writes) => Find(lockKey) is { } held && (!writes || held.Mode == LockMode.Exclusive);

    public bool Equals(LockSet? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || HasUnknown != other.HasUnknown || _held.Length != other._held.Length)
            return false;
        for (var i = 0; i < _held.Length; i++)
            if (!_held[i].Equals(other._held[i]))
                return false;
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as LockSet);

    public override int GetHashCode() => _held.Length;

    public override string ToString() => string.Join(",", _held.Select(static held => held.Path.Key)) + (HasUnknown ? ",?" : "");

    private static LockSet Of(ImmutableArray<HeldLock> held, bool hasUnknown) => !held.IsEmpty ? new(held, hasUnknown) : hasUnknown ? s_unknown : Empty;

    private int IndexOf(string lockKey)
    {
        for (var i = 0; i < _held.Length; i++)
            if (string.Equals(_held[i].Path.Key, lockKey, StringComparison.Ordinal))
                return i;
        return -1;
    }

    private HeldLock? Find(string lockKey) => IndexOf(lockKey) is >= 0 and var index ? _held[index] : null;
}
