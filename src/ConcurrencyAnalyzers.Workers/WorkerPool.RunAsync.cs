namespace ConcurrencyAnalyzers.Workers;

// Method groups are inferred: RunAsync(CountPrimes, 50_000_000). The order of the shapes is that of C# overload
// resolution: a method that returns Task<T> prefers the Task<T> shape over the plain one.
public sealed partial class WorkerPool
{
    /// <summary>Runs a static method in a worker process.</summary>
    /// <param name="method">A static method, or a lambda that captures nothing. What it returns is copied back.</param>
    /// <param name="cancellationToken">
    /// Takes the job out of the queue, or stops it: through the method's own last <see cref="CancellationToken"/>
    /// parameter if it has one, by killing its process if it has none or does not act on it in time.
    /// </param>
    /// <returns>
    /// A task with the method's result. It fails with the exception that the method threw (or with
    /// <see cref="RemoteException"/> where its type does not travel), with <see cref="WorkerCrashedException"/> when the
    /// process ended under the job, and with <see cref="WorkerStartException"/> when there is no worker.
    /// </returns>
    /// <exception cref="ArgumentException">The delegate cannot run in another process; the message names what stands in the way.</exception>
    /// <exception cref="NotSupportedException">An argument cannot travel.</exception>
    /// <exception cref="ObjectDisposedException">The pool is closed.</exception>
    public Task<TResult> RunAsync<TResult>(Func<TResult> method, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<TResult>(Func<Task<TResult>> method, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync(Action method, CancellationToken cancellationToken = default) =>
        Start(NewCall(method), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync(Func<Task> method, CancellationToken cancellationToken = default) =>
        Start(NewCall(method), cancellationToken);
}
