using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Contracts;

/// <summary>A contract that the code keeps already, or keeps but for accesses that are findings; it is only not written down.</summary>
/// <param name="TypeId">The type whose members it belongs to.</param>
/// <param name="MemberId">Documentation id of the member that is to carry it.</param>
/// <param name="IsRequirement">Callers hold the lock; otherwise it guards the member.</param>
/// <param name="LockText">The lock as the contract names it.</param>
internal sealed record InferredContract(string TypeId, string MemberId, bool IsRequirement, string LockText);

/// <summary>
/// Turns the guards that accesses agree on into contracts. Each is tried out first: one that would bring a finding where
/// there is none today (a bare count, a double-checked read) is no contract that its author had in mind.
/// </summary>
internal sealed class ContractInference(SummaryTable table, EntryLocks entry, ConstructionPhase construction)
{
    private readonly Dictionary<string, Agreement> _guards = new(StringComparer.Ordinal);

    /// <param name="Agrees">No access to the state spoke against the guard.</param>
    private sealed record Agreement(FieldFacts State, AccessPath Guard, bool Agrees);

    /// <summary>What accesses to one state agree on; null where they do not.</summary>
    public void Add(AccessPath state, AccessPath? guard)
    {
        if (state.Storage is not { IsLocal: false, Guard: null, DeclarationPath.Length: > 0 } field || state.Steps.Count(static step => step.Kind == StepKind.Field) > (state.Root == RootKind.This ? 1 : 0) || field.Id.StartsWith("PP:", StringComparison.Ordinal))
            return;
        if (guard is null)
        {
            if (_guards.TryGetValue(field.Id, out var before))
                _guards[field.Id] = before with { Agrees = false };
            return;
        }

        _guards[field.Id] = _guards.TryGetValue(field.Id, out var known) ? known with { Agrees = known.Agrees && known.Guard.Equals(guard) } : new(field, guard, true);
    }

    public ImmutableArray<InferredContract> Find(ImmutableArray<Summary> all, IEnumerable<Conflict> conflicts)
    {
        var names = new Dictionary<string, LockName>(StringComparer.Ordinal);
        foreach (var (state, guard, agrees) in _guards.Values)
            if (agrees && NameOf(guard, state) is { } name)
                names[state.Id] = name;
        if (names.Count == 0)
            return ImmutableArray<InferredContract>.Empty;
        var told = new HashSet<StateAt>(conflicts.Select(static conflict => new StateAt(conflict.Here.Place, conflict.State.Id)));
        var check = new GuardCheck(table, entry, construction);
        foreach (var summary in all)
            foreach (var breach in check.Accesses(summary, field => names.TryGetValue(field.Id, out var name) ? name : null).ToArray())
                if (breach.State is { } state && !IsTold(breach.Place, state.Id, told))
                    names.Remove(state.Id);
        return names.Select(pair => new InferredContract(_guards[pair.Key].State.OwnerId, pair.Key, false, pair.Value.Text))
            .Concat(all.SelectMany(summary => Requirements(summary, names)))
            .Distinct()
            .OrderBy(static contract => contract.MemberId, StringComparer.Ordinal).ThenBy(static contract => contract.LockText, StringComparer.Ordinal)
            .ToImmutableArray();
    }

    /// <summary>Part of an expression that is a finding is none of its own.</summary>
    private static bool IsTold(Place place, string state, HashSet<StateAt> told) =>
        told.Contains(new(place, state)) || told.Any(finding => finding.State == state && finding.Place.FilePath == place.FilePath && finding.Place.Span.Contains(place.Span));

    /// <summary>A private method that relies on the locks of all its callers.</summary>
    private IEnumerable<InferredContract> Requirements(Summary summary, Dictionary<string, LockName> names)
    {
        var body = summary.Body;
        if (!body.IsPrivate || body.IsNested || body.Kind != BodyKind.Method || !body.RequiredLocks.IsEmpty)
            yield break;
        var held = entry.Of(body);
        if (held.IsEmpty)
            yield break;
        foreach (var effect in summary.Effects)
            if (effect.Trace.IsEmpty && effect.BodyId == body.Id && effect.Path is { Root: RootKind.This or RootKind.Static, Storage: { } state } && names.TryGetValue(state.Id, out var name)
                && table.Resolve(name, AccessPath.This) is { } guard && held.Contains(guard.Key) && !effect.Locks.Contains(guard.Key) && (!body.IsStatic || guard.Root == RootKind.Static))
                yield return new(body.TypeId, body.Id, true, name.Text);
    }

    /// <summary>How a contract on the state names the lock: beside it in its type.</summary>
    private static LockName? NameOf(AccessPath guard, FieldFacts state) => guard switch
    {
        { Root: RootKind.This, Steps.IsEmpty: true } when !state.IsStatic => new("this") { IsThis = true },
        { Root: RootKind.This, Steps: [{ Kind: StepKind.Field, Field: { IsProperty: false } field }] } when !state.IsStatic => new(field.Name) { Steps = ImmutableArray.Create(field) },
        { Root: RootKind.Static, Steps.IsEmpty: true, RootField: { IsProperty: false } field } when field.OwnerId == state.OwnerId => new(field.Name) { Steps = ImmutableArray.Create(field) },
        _ => null,
    };
}
