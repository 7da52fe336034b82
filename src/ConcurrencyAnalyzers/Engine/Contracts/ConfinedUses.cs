using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Contracts;

/// <summary>
/// Gathers the pairs on state that belongs to one flow of control at a time. Handing it over is fine, and such a pair
/// never comes here; what does come is two flows that hold it at once. The started one is to blame.
/// </summary>
internal sealed class ConfinedUses
{
    private readonly Dictionary<StateAt, Breach> _best = [];

    public static bool IsConfined(FieldFacts state) => ((state.Contract | state.OwnerContract) & Contract.ThreadConfined) != 0;

    public void Add(Effect here, Flow hereFlow, Effect there, Flow thereFlow)
    {
        Offer(here, hereFlow, there, thereFlow);
        Offer(there, thereFlow, here, hereFlow);
    }

    public IEnumerable<Breach> ToBreaches() => _best.Values;

    private void Offer(Effect here, Flow hereFlow, Effect there, Flow thereFlow)
    {
        if (hereFlow.Start is null || here.Path.Storage is not { } state)
            return;
        var isOnMember = (state.Contract & Contract.ThreadConfined) != 0;

        // Of a confined type's own members nobody can tell who calls them: the call from outside is what is wrong.
        var place = isOnMember || here.Trace.IsEmpty ? here.Place : here.Trace[here.Trace.Length - 1];
        var conflict = new Conflict(here, there, hereFlow, thereFlow, Harm.StaleWord, Tier.A, ConflictKind.Unsynchronized);
        var breach = new Breach(place, BreachKind.Shared, state.Name) { State = state, Access = here, Conflict = conflict, IsOnMember = isOnMember };
        var key = new StateAt(place, state.Id);
        if (!_best.TryGetValue(key, out var best) || Compare(conflict, best.Conflict!) < 0)
            _best[key] = breach;
    }

    private static int Compare(Conflict left, Conflict right)
    {
        var byPlace = left.There.Place.CompareTo(right.There.Place);
        return byPlace != 0 ? byPlace : string.CompareOrdinal(left.Here.Key + left.ThereFlow.Text, right.Here.Key + right.ThereFlow.Text);
    }
}
