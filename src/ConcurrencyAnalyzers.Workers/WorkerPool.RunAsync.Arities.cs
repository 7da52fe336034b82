namespace ConcurrencyAnalyzers.Workers;

// The shapes of RunAsync for methods with arguments.
// Written by OverloadText in the tests; a test holds this file against it.
public sealed partial class WorkerPool
{
    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, TResult>(Func<T1, TResult> method, T1 arg1, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, TResult>(Func<T1, Task<TResult>> method, T1 arg1, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1>(Action<T1> method, T1 arg1, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1>(Func<T1, Task> method, T1 arg1, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, TResult>(Func<T1, T2, TResult> method, T1 arg1, T2 arg2, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, TResult>(Func<T1, T2, Task<TResult>> method, T1 arg1, T2 arg2, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2>(Action<T1, T2> method, T1 arg1, T2 arg2, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2>(Func<T1, T2, Task> method, T1 arg1, T2 arg2, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, TResult>(Func<T1, T2, T3, TResult> method, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, TResult>(Func<T1, T2, T3, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3>(Action<T1, T2, T3> method, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3>(Func<T1, T2, T3, Task> method, T1 arg1, T2 arg2, T3 arg3, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, TResult>(Func<T1, T2, T3, T4, TResult> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, TResult>(Func<T1, T2, T3, T4, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4>(Action<T1, T2, T3, T4> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4>(Func<T1, T2, T3, T4, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, TResult>(Func<T1, T2, T3, T4, T5, TResult> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, TResult>(Func<T1, T2, T3, T4, T5, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5>(Action<T1, T2, T3, T4, T5> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5>(Func<T1, T2, T3, T4, T5, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, TResult>(Func<T1, T2, T3, T4, T5, T6, TResult> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, TResult>(Func<T1, T2, T3, T4, T5, T6, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6>(Action<T1, T2, T3, T4, T5, T6> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6>(Func<T1, T2, T3, T4, T5, T6, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, TResult> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7>(Action<T1, T2, T3, T4, T5, T6, T7> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7>(Func<T1, T2, T3, T4, T5, T6, T7, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, TResult> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8>(Action<T1, T2, T3, T4, T5, T6, T7, T8> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8>(Func<T1, T2, T3, T4, T5, T6, T7, T8, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, TResult> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, TResult> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, TResult> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, TResult> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, TResult> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, TResult> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, TResult> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, TResult> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, T16 arg16, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15).Add(arg16), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task<TResult> RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, Task<TResult>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, T16 arg16, CancellationToken cancellationToken = default) =>
        Start<TResult>(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15).Add(arg16), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, T16 arg16, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15).Add(arg16), cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{TResult}, CancellationToken)"/>
    public Task RunAsync<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, T16 arg16, CancellationToken cancellationToken = default) =>
        Start(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15).Add(arg16), cancellationToken);
}
