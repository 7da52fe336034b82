using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Accesses to one state that can overlap, whether or not the pair does harm by itself: what knows more about the code
/// around them (a check and the assignment that it decides) judges them anew.
/// </summary>
internal sealed class Meetings
{
    private readonly Dictionary<StateAt, Dictionary<Place, Effect>> _others = [];
    private readonly SortedSet<string> _bodies = new(StringComparer.Ordinal);

    /// <summary>Ids of the bodies with a write among the pairs, sorted.</summary>
    public IReadOnlyCollection<string> WritingBodies => _bodies;

    public void Add(FieldFacts state, Effect here, Effect there)
    {
        if (here.IsContent || there.IsContent)
            return;
        Note(state, here, there);
        Note(state, there, here);
    }

    public bool Meet(FieldFacts state, Place one, Place other) => _others.TryGetValue(new(one, state.Id), out var others) && others.ContainsKey(other);

    /// <summary>What can overlap with the access, in a fixed order.</summary>
    public IEnumerable<Effect> With(FieldFacts state, Place place) =>
        _others.TryGetValue(new(place, state.Id), out var others) ? others.Values.OrderBy(static effect => effect.Place) : [];

    private void Note(FieldFacts state, Effect here, Effect there)
    {
        var key = new StateAt(here.Place, state.Id);
        if (!_others.TryGetValue(key, out var others))
            _others[key] = others = [];
        others[there.Place] = there;
        if (here.Writes)
            _bodies.Add(here.BodyId);
    }
}
