using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// No object is of two types that do not inherit from each other: what two overrides of one member do to one receiver
/// never happens in one program run, and the locks of one say nothing about the other.
/// </summary>
internal sealed class SiblingTypes(ProgramIndex program)
{
    /// <summary>Whether the two accesses name one object in bodies of types that it cannot both be.</summary>
    public bool Exclude(Effect left, Effect right) =>
        left.Owner.TypeId is { Length: > 0 } one && right.Owner.TypeId is { Length: > 0 } other && left.Owner.Steps == right.Owner.Steps
        && one != other && !Inherits(one, other) && !Inherits(other, one);

    /// <summary>The accesses to one state, split where types exclude each other; each part holds what all of them share.</summary>
    public IEnumerable<Use[]> Families(Use[] accesses)
    {
        if (Array.TrueForAll(accesses, access => access.Effect.Owner.TypeId is not { Length: > 0 } owner || owner == accesses[0].Effect.Owner.TypeId))
            return [accesses];
        var owners = accesses.Select(static access => access.Effect.Owner.TypeId).Where(static id => id is { Length: > 0 }).Distinct().OrderBy(static id => id, StringComparer.Ordinal).ToArray();
        var leaves = owners.Where(owner => !owners.Any(other => other != owner && Inherits(other, owner))).ToArray();
        if (leaves.Length < 2)
            return [accesses];
        var families = leaves.Select(leaf => accesses.Where(access => Fits(access.Effect, leaf)).ToArray()).ToArray();
        return families.Any(family => family.Length == accesses.Length) ? [accesses] : families;
    }

    private bool Fits(Effect effect, string leaf) => effect.Owner.TypeId is not { Length: > 0 } owner || owner == leaf || Inherits(leaf, owner);

    public bool Inherits(string type, string from) => program.Type(type)?.Bases.Contains(from) == true;
}
