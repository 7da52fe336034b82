// Every work item writes only its own slots and signals in finally; the results are read after the countdown reached zero. difficulty: medium
namespace Cases.U868;

public sealed record ReplicaState(string Name, long Offset, string? Error);

public sealed class ReplicaCheck(Func<string, long> queryOffset)
{
    public IReadOnlyList<ReplicaState> Check(string[] replicas)
    {
        var states = new ReplicaState[replicas.Length];
        using var remaining = new CountdownEvent(1);
        for (var i = 0; i < replicas.Length; i++)
        {
            remaining.AddCount();
            ThreadPool.QueueUserWorkItem(slot =>
            {
                try
                {
                    states[slot] = Query(replicas[slot]);
                }
                finally
                {
                    remaining.Signal();
                }
            }, i, preferLocal: false);
        }

        remaining.Signal();
        remaining.Wait();
        return states;
    }

    private ReplicaState Query(string name)
    {
        try
        {
            return new ReplicaState(name, queryOffset(name), null);
        }
        catch (Exception e)
        {
            return new ReplicaState(name, -1, e.Message);
        }
    }
}
