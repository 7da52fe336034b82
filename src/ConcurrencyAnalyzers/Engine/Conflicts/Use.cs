using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>An access, and the body that comes to it.</summary>
internal sealed class Use(Summary summary, Effect effect)
{
    private Use?[]? _views;

    public Summary Summary { get; } = summary;

    public Effect Effect { get; } = effect;

    public void Deconstruct(out Summary summary, out Effect effect) => (summary, effect) = (Summary, Effect);

    /// <summary>The access as the object after the first steps of its path sees it; null where the path does not allow it. Always the same one.</summary>
    public Use? From(int steps)
    {
        var views = _views ??= new Use?[AccessPath.MaxSteps + 2];
        return views[steps] ??= OwnerView.Of(Effect, steps) is { } seen ? new(Summary, seen) : null;
    }
}
