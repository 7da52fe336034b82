using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// An access to a part of some other object, seen as that object sees it: <c>target._balance</c> under
/// <c>target._gate</c> is <c>this._balance</c> under <c>this._gate</c>. Guards are relations between an object's own fields.
/// </summary>
internal static class OwnerView
{
    /// <summary>The access with the object after the first steps of its path as root; null where the path does not allow it.</summary>
    public static Effect? Of(Effect effect, int steps)
    {
        var owner = effect.Path.Prefix(steps);
        return effect.Path.Rebase(AccessPath.This, steps) is { } path ? effect with { Path = path, Locks = Relative(effect, owner), Settings = Setting.None } : null;
    }

    /// <summary>What a handler does to the object that subscribed it, as that object sees it; other accesses as they are.</summary>
    public static Effect OfSubscriber(Effect effect) =>
        effect.Path is { Root: RootKind.Object, Steps.IsEmpty: false } && SummaryTable.IsInstance(effect.Path) ? Of(effect, 0) ?? effect : effect;

    /// <summary>Locks below the owner in its names; statics as they are; others keep names that the owner does not know.</summary>
    private static LockSet Relative(Effect effect, AccessPath owner) => effect.Locks.Held.IsEmpty ? effect.Locks : Renamed(effect, owner);

    private static LockSet Renamed(Effect effect, AccessPath owner) => effect.Locks.Map(path =>
        path.Steps.Length >= owner.Steps.Length && path.Prefix(owner.Steps.Length).Equals(owner) && (path.Root == RootKind.Static ? IsOwnLock(effect, path, owner) : !IsOneOfMany(owner) || IsOwnLock(effect, path, owner)) ? path.Rebase(AccessPath.This, owner.Steps.Length)
        : path.Root == RootKind.Static ? path
        : path.Steps.Length > 0 ? Foreign(path) : AccessPath.Object("holder " + path.Key));

    /// <summary>A member of the owner, or of a part of it, comes to the state, and the lock is that object's too: whichever of many it is, it is the same for both.</summary>
    private static bool IsOwnLock(Effect effect, AccessPath guard, AccessPath owner) =>
        owner.EndsInElement && effect.Owner is { Steps: > 0 and var steps } && effect.Path.Steps.Length - steps is var part && part >= owner.Steps.Length
        && guard.Steps.Length == part + 1 && guard.Steps[part].Kind == StepKind.Field && guard.Prefix(part).Equals(effect.Path.Prefix(part));

    /// <summary>The lock of another object; its field tells which lock of that object it is.</summary>
    private static AccessPath? Foreign(AccessPath path) => path.Rebase(AccessPath.Object("other object"), path.Steps.Length - 1);

    private static bool IsOneOfMany(AccessPath owner) => owner.EndsInElement && owner.Steps[owner.Steps.Length - 1].Index == Facts.IndexShape.Any;
}
