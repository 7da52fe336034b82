using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>The steps of all bodies, computed on demand and once; a recursive call does nothing that we know of. Not thread-safe.</summary>
internal sealed class StepTable(ProgramIndex program, SummaryTable summaries, EntryLocks entry)
{
    private const int MaxDepth = 40;

    private readonly Dictionary<string, StepSummary> _done = new(StringComparer.Ordinal);
    private readonly HashSet<string> _running = new(StringComparer.Ordinal);

    public ProgramIndex Program { get; } = program;

    public SummaryTable Summaries { get; } = summaries;

    public EntryLocks Entry { get; } = entry;

    public StateUses Uses { get; } = new(program);

    public StepSummary Of(string bodyId)
    {
        if (_done.TryGetValue(bodyId, out var done))
            return done;
        if (_running.Count >= MaxDepth || !_running.Add(bodyId))
            return StepSummary.Nothing;
        var summary = StepSummary.Nothing;
        try
        {
            if (Program.Body(bodyId) is { } body)
                summary = new StepWalk(this, body).Run();
        }
        catch (InsufficientExecutionStackException)
        {
            // Too deeply nested to follow.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Program.Note(failure);
        }

        _running.Remove(bodyId);
        return _done[bodyId] = summary;
    }
}
