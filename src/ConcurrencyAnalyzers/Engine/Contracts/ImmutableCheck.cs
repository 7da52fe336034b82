using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Contracts;

/// <summary>Finds writes to what promises not to change, after construction.</summary>
internal sealed class ImmutableCheck(ProgramIndex program, ConstructionPhase construction)
{
    public IEnumerable<Breach> Writes(Summary summary)
    {
        foreach (var effect in summary.Effects)
        {
            if (!effect.Trace.IsEmpty || effect.BodyId != summary.Body.Id || !effect.Writes || effect.IsInvocation || effect.IsSignal || Promised(effect.Path) is not var (field, owner))
                continue;
            if (construction.Covers(summary.Body, owner))
                continue;
            var isOnMember = (field.Contract & Contract.Immutable) != 0;
            yield return new(effect.Place, BreachKind.Changed, isOnMember ? field.Name : program.Type(field.OwnerId)?.Name ?? field.Name) { State = field, Access = effect, IsOnMember = isOnMember };
        }
    }

    /// <summary>
    /// The field written, or the one whose array or collection is changed, where the field or its type makes the promise;
    /// and the object that has the field. What other objects that a field refers to do is their own affair.
    /// </summary>
    private static (FieldFacts Field, AccessPath Owner)? Promised(AccessPath path)
    {
        for (var i = path.Steps.Length - 1; i >= 0; i--)
            if (path.Steps[i] is { Kind: StepKind.Field, Field: { } field })
                return IsPromised(field) ? (field, path.Prefix(i)) : null;
        return path is { Root: RootKind.Static, RootField: { } shared } && (shared.Contract & Contract.Immutable) != 0 ? (shared, path) : null;
    }

    private static bool IsPromised(FieldFacts field) => (field.Contract & Contract.Immutable) != 0 || !field.IsStatic && (field.OwnerContract & Contract.Immutable) != 0;
}
