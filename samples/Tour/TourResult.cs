namespace Tour;

/// <summary>What the tour saw before and after the fixes; the runs are by sample.</summary>
internal sealed record TourResult(
    IReadOnlyList<Finding> FindingsBefore,
    IReadOnlyList<Finding> FindingsAfter,
    IReadOnlyDictionary<string, CommandResult> RunsBefore,
    IReadOnlyDictionary<string, CommandResult> RunsAfter)
{
    /// <summary>Nothing is left to find and every program does what it should.</summary>
    public bool IsRight => FindingsAfter.Count == 0 && RunsAfter.Values.All(run => run.Succeeded);
}
