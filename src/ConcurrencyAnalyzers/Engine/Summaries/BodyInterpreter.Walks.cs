using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// Items of a collection that a body walks from end to end: no name tells them apart, but two flows that both walk the same
/// collection come to each of them.
/// </summary>
internal sealed partial class BodyInterpreter
{
    /// <summary>By the key of the variable of a foreach: what it goes through.</summary>
    private readonly Dictionary<string, AccessPath> _walks = new(StringComparer.Ordinal);

    private bool NoteWalk(FieldFacts variable, AccessPath item)
    {
        if (item.Root is not (RootKind.This or RootKind.Static) || item.Parent.HasElement || _carriers.Contains(item.Parent) || item.Parent.Walked() is not { } walked)
            return false;
        _walks[AccessPath.Local(variable).RootKey] = walked;
        return true;
    }

    /// <summary>A change of each item, under a name that counts against other walks only; null where a lock of the item's own guards it.</summary>
    private Effect? WalkOf(Effect effect)
    {
        if (effect is not { Path.Root: RootKind.Local, Writes: true, IsAtomic: false } || !effect.IsContent && !effect.IsUpdate || !_walks.TryGetValue(effect.Path.RootKey, out var item))
            return null;
        foreach (var held in effect.Locks.Held)
            if (held.Path.RootKey == effect.Path.RootKey)
                return null;
        return effect.Path.Rebase(item) is { } path ? effect with { Path = path, IsWeak = true } : null;
    }
}
