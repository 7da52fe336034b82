namespace ConcurrencyAnalyzers.Workers;

// The same shapes for methods whose last parameter is the cancellation token that the worker supplies.
public sealed partial class WorkerPool
{
    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<TResult>(Func<CancellationToken, TResult> method, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<TResult>(Func<CancellationToken, Task<TResult>> method, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync(Action<CancellationToken> method, CancellationToken cancellationToken = default) =>
        Start(NewCall(method), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync(Func<CancellationToken, Task> method, CancellationToken cancellationToken = default) =>
        Start(NewCall(method), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, TResult>(Func<T1, CancellationToken, TResult> method, T1 arg1, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, TResult>(Func<T1, CancellationToken, Task<TResult>> method, T1 arg1, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1>(Action<T1, CancellationToken> method, T1 arg1, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1>(Func<T1, CancellationToken, Task> method, T1 arg1, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, TResult>(Func<T1, T2, CancellationToken, TResult> method, T1 arg1, T2 arg2, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, TResult>(Func<T1, T2, CancellationToken, Task<TResult>> method, T1 arg1, T2 arg2, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2>(Action<T1, T2, CancellationToken> method, T1 arg1, T2 arg2, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2>(Func<T1, T2, CancellationToken, Task> method, T1 arg1, T2 arg2, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, TResult>(Func<T1, T2, T3, CancellationToken, TResult> method, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, TResult>(Func<T1, T2, T3, CancellationToken, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3>(Action<T1, T2, T3, CancellationToken> method, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3>(Func<T1, T2, T3, CancellationToken, Task> method, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, TResult>(Func<T1, T2, T3, T4, CancellationToken, TResult> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, TResult>(Func<T1, T2, T3, T4, CancellationToken, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4>(Action<T1, T2, T3, T4, CancellationToken> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4>(Func<T1, T2, T3, T4, CancellationToken, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), cancellationToken);
}
