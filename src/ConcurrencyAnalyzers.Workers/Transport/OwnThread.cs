namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// Runs what blocks for long on a thread that is there for nothing else, without the caller's execution context: the thread
/// pool's threads are for work, and the user may have them all.
/// </summary>
internal static class OwnThread
{
    // What runs there is shallow, and a pool has many workers.
    private const int ShallowStack = 256 * 1024;

    /// <summary>The system's own size: for what runs the user's code, or the compiler.</summary>
    public const int DeepStack = 0;

    /// <summary>Starts the thread. Throws where <see cref="IsLackOfThreads"/> says so when the system has none left.</summary>
    public static void Start(string name, Action action, int stackSize = ShallowStack) =>
        new Thread(static a => ((Action)a!)(), stackSize) { IsBackground = true, Name = name }.UnsafeStart(action);

    /// <summary>Starts the thread, if the system has one left.</summary>
    public static bool TryStart(string name, Action action, int stackSize = ShallowStack)
    {
        try
        {
            Start(name, action, stackSize);
            return true;
        }
        catch (Exception e) when (IsLackOfThreads(e))
        {
            return false;
        }
    }

    /// <summary>The system has no thread left.</summary>
    public static bool IsLackOfThreads(Exception e) => e is OutOfMemoryException or ThreadStartException;

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
        }, DeepStack);
        return completion.Task;
    }
}
