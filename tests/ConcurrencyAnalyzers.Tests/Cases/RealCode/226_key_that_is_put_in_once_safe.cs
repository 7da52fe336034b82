// What stands under a key that was made a moment before it was put in is never replaced: who takes it out cannot hit another.
using System.Collections.Concurrent;

namespace Cases.R226;

public sealed class Visitor
{
    public bool IsHere { get; init; } = true;
}

public sealed class Door
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<Visitor, TaskCompletionSource> _entering = new();

    public Visitor Enter()
    {
        var visitor = new Visitor();
        lock (_gate)
        {
            if (visitor.IsHere)
                _entering[visitor] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return visitor;
    }

    public async Task LeaveAsync(Visitor visitor)
    {
        TaskCompletionSource? entered;
        lock (_gate)
            _entering.TryGetValue(visitor, out entered);
        if (entered != null)
        {
            await entered.Task;
            _entering.TryRemove(visitor, out _);
        }
    }
}
