namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>A flow of control that enters a body from outside the program.</summary>
/// <param name="Kind">The flow's name in the table.</param>
/// <param name="InstanceId">The type of the object that it enters.</param>
/// <param name="IsMany">Runs of the flow overlap with each other.</param>
/// <param name="IsShared">All runs enter one and the same object.</param>
internal sealed record Entry(string Kind, string InstanceId, bool IsMany, bool IsShared, string Text)
{
    /// <summary>Runs with the same key follow one another; null where nothing keeps them apart.</summary>
    public string? Exclusion { get; init; }

    /// <summary>What is done after the first await is ordered after the other flows.</summary>
    public bool EndsAtAwait { get; init; }

    /// <summary>The only flows that it overlaps with; null for all.</summary>
    public IReadOnlyCollection<string>? Meets { get; init; }

    public Flow Flow => new(Text, null);

    /// <summary>Whether a run of this flow and a run of the other (or of this one again) can be at work at once.</summary>
    public bool Overlaps(Entry other)
    {
        if (Exclusion is not null && Exclusion == other.Exclusion)
            return false;
        if (Meets is not null && !Meets.Contains(other.Kind) || other.Meets is not null && !other.Meets.Contains(Kind))
            return false;
        return IsMany || other.IsMany || Kind != other.Kind || InstanceId != other.InstanceId;
    }
}
