using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>
/// The steps of all bodies, computed on demand and once; a recursive call does nothing that we know of. Bodies that call
/// each other are walked in an order of their own, whoever asked first, and remembered together. Not thread-safe.
/// </summary>
internal sealed class StepTable(ProgramIndex program, SummaryTable summaries, EntryLocks entry)
{
    private const int MaxDepth = 40;

    private readonly Dictionary<string, Walked> _done = new(StringComparer.Ordinal);
    private readonly HashSet<string> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<BodyFacts>> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<IReadOnlyList<BodyFacts>> _open = [];

    /// <summary>The bodies on each other below the one under way, as far as is known; and whether some were too many to follow.</summary>
    private int _height;
    private bool _isCut;

    public ProgramIndex Program { get; } = program;

    public SummaryTable Summaries { get; } = summaries;

    public EntryLocks Entry { get; } = entry;

    public StateUses Uses { get; } = new(program);

    public StepSummary Of(string bodyId)
    {
        if (!_done.TryGetValue(bodyId, out var done))
        {
            if (_running.Contains(bodyId))
                return StepSummary.Nothing;
            if (_running.Count >= MaxDepth)
            {
                _isCut = true;
                return StepSummary.Nothing;
            }

            if (Program.Body(bodyId) is not { } body)
                return StepSummary.Nothing;
            done = Find(body);
        }

        _height = Math.Max(_height, done.Height + 1);
        _isCut |= done.Answers is null;
        return done.Steps;
    }

    private Walked Find(BodyFacts body)
    {
        var (height, isCut) = (_height, _isCut);
        var group = GroupOf(body);
        if (_open.Contains(group))
        {
            Walk(body);
        }
        else if (Remembered(group) is { } known)
        {
            foreach (var walked in known)
                _done[walked.Body.Id] = walked;
        }
        else
        {
            _open.Add(group);
            foreach (var member in group)
                if (!_done.ContainsKey(member.Id))
                    Walk(member);
            _open.Remove(group);
            StepMemory.Keep(group.Select(member => _done[member.Id]).ToArray(), this);
        }

        (_height, _isCut) = (height, isCut);
        return _done[body.Id];
    }

    /// <summary>What is asked meanwhile is asked from as far down as a walk would ask it.</summary>
    private Walked[]? Remembered(IReadOnlyList<BodyFacts> group)
    {
        var depth = MaxDepth - _running.Count;
        _running.Add(group[0].Id);
        var known = StepMemory.Find(group, this, depth);
        _running.Remove(group[0].Id);
        return known;
    }

    /// <summary>The bodies that call each other in a circle with this one.</summary>
    private IReadOnlyList<BodyFacts> GroupOf(BodyFacts body)
    {
        if (_groups.TryGetValue(body.Id, out var known))
            return known;
        foreach (var group in Summaries.Cycles.From(body, _groups.ContainsKey))
            foreach (var member in group)
                _groups[member.Id] = group;
        return _groups[body.Id];
    }

    private void Walk(BodyFacts body)
    {
        var (height, isCut) = (_height, _isCut);
        (_height, _isCut) = (1, false);
        _running.Add(body.Id);
        var walked = new Walked(body, StepSummary.Nothing, null, MaxDepth);
        try
        {
            var answers = new StepInquiry(this, body);
            walked = walked with { Steps = new StepWalk(answers, body).Run() };
            walked = walked with { Answers = _isCut ? null : answers, Height = _height };
        }
        catch (InsufficientExecutionStackException)
        {
            // Too deeply nested to follow.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Program.Note(failure);
        }

        _running.Remove(body.Id);
        _done[body.Id] = walked;
        (_height, _isCut) = (height, isCut);
    }
}
