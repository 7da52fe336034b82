// The nearest wrong one: under the same key another can be put in meanwhile.
using System.Collections.Concurrent;

namespace Cases.R227;

public sealed class Door
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _entering = new();

    public void Enter(string visitor)
    {
        lock (_gate)
            _entering[visitor] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public async Task LeaveAsync(string visitor)
    {
        TaskCompletionSource? entered;
        lock (_gate)
            _entering.TryGetValue(visitor, out entered);
        if (entered != null)
        {
            await entered.Task;
            _entering.TryRemove(visitor, out _); // expect: CHECK_THEN_ACT
        }
    }
}
