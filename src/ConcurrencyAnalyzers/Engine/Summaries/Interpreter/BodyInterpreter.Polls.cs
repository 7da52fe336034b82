using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>Loops that turn until a word changes: whether they look at memory afresh in each turn.</summary>
internal sealed partial class BodyInterpreter
{
    /// <summary>The loop whose condition is at hand looks at memory afresh in each turn.</summary>
    private bool _refreshes;

    private State? ExecuteTest(Loop loop, State? state)
    {
        var outer = _refreshes;
        _refreshes = loop.Condition is { } test && test.All().Any(static node => node is Access { Kind: var kind } && (kind & AccessKind.Poll) != 0) && Refreshes(loop);
        var tested = Execute(loop.Condition, state);
        _refreshes = outer;
        return tested;
    }

    /// <summary>In each turn it calls a member that takes a lock, or changes a word atomically: no loop keeps an old value beyond that.</summary>
    private bool Refreshes(Loop loop)
    {
        foreach (var step in loop.Body is Sequence { Nodes: var steps } ? steps : System.Collections.Immutable.ImmutableArray.Create(loop.Body))
            if (step is Branch or Jump)
                return false;
            else if (step is Call { Method.IsSource: true } call && asked.Targets(call.Method) is [var target] && asked.Of(target) is { } callee && MeetsOthers(callee))
                return true;
        return false;
    }

    private static bool MeetsOthers(Summary callee)
    {
        foreach (var effect in callee.Effects)
            if (effect is { IsAtomic: true, Writes: true } || effect.Locks.Held.Any())
                return true;
        return false;
    }
}
