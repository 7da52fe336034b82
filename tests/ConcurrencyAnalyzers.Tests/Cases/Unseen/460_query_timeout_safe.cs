// Callback and reply may run at once, but both only use TrySet and Interlocked, which are made for that. difficulty: medium
namespace Cases.U460;

public sealed class PendingQuery
{
    private static int s_cancelled;
    private readonly TaskCompletionSource<string> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static int Cancelled => Volatile.Read(ref s_cancelled);

    public void OnReply(string rows) => _reply.TrySetResult(rows);

    public async Task<string> WaitAsync(CancellationToken stop)
    {
        await using var registration = stop.Register(
            static state =>
            {
                var query = (PendingQuery)state!;
                if (query._reply.TrySetCanceled())
                {
                    Interlocked.Increment(ref s_cancelled);
                }
            },
            this);
        return await _reply.Task;
    }
}
