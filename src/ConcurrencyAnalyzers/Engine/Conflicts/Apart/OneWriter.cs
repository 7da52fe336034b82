using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// A link is followed in a body that counts on beside it, in a plain field that nobody else changes: one thread at a time is
/// meant to be there, and others to see the link.
/// </summary>
internal sealed class OneWriter(IReadOnlyCollection<Use> accesses)
{
    private ILookup<FieldFacts, string>? _changers;
    private ILookup<string, FieldFacts>? _positions;

    /// <summary>By state, the bodies that change it.</summary>
    private ILookup<FieldFacts, string> Changers => _changers ??= accesses.Select(static access => access.Effect)
        .Where(static effect => effect is { Writes: true, IsContent: false, Path.Storage: not null })
        .ToLookup(static effect => effect.Path.Storage!, static effect => effect.BodyId);

    /// <summary>By body, the plain numbers of the object that it counts on without a lock.</summary>
    private ILookup<string, FieldFacts> Positions => _positions ??= accesses.Select(static access => access.Effect)
        .Where(static effect => effect is { IsContent: false, IsAtomic: false, Operator: "++" or "--" or "+=" or "-=", Locks.IsEmpty: true, Path: { Root: RootKind.This, Storage: { IsVolatile: false } } })
        .ToLookup(static effect => effect.BodyId, static effect => effect.Path.Storage!, StringComparer.Ordinal);

    public bool IsAt(Effect here) =>
        here is { Operator: "=", StoresFresh: false, Path: { Root: RootKind.This, Storage: { IsReferenceType: true, IsVolatile: true } link } }
        && IsChangedOnlyIn(here.BodyId, link) && Positions[here.BodyId].Any(position => IsChangedOnlyIn(here.BodyId, position));

    private bool IsChangedOnlyIn(string bodyId, FieldFacts state) => Changers[state].All(changer => changer == bodyId);
}
