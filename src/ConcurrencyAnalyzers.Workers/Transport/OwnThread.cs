namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// Runs what blocks for long on a thread that is there for nothing else, without the caller's execution context: the thread
/// pool's threads are for work, and the user may have them all.
/// </summary>
internal static class OwnThread
{
    // What runs there is shallow, and a pool has many workers.
    private const int StackSize = 256 * 1024;

    public static void Start(string name, Action action) =>
        new Thread(static a => ((Action)a!)(), StackSize) { IsBackground = true, Name = name }.UnsafeStart(action);

    public static Task<T> Run<T>(Func<T> function) where T : class
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Start("worker start", () =>
        {
            try
            {
                completion.SetResult(function());
            }
            catch (OperationCanceledException e)
            {
                completion.SetCanceled(e.CancellationToken);
            }
            catch (Exception e)
            {
                completion.SetException(e);
            }
        });
        return completion.Task;
    }
}
