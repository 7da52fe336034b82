namespace ConcurrencyAnalyzers.Workers;

// The shapes of Start for methods whose last parameter is the token that trips when the process is told to stop.
// Written by OverloadText in the tests; a test holds this file against it.
public sealed partial class WorkerProcess
{
    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start(Func<CancellationToken, int> method, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start(Func<CancellationToken, Task<int>> method, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start(Action<CancellationToken> method, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start(Func<CancellationToken, Task> method, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1>(Func<T1, CancellationToken, int> method, T1 arg1, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1>(Func<T1, CancellationToken, Task<int>> method, T1 arg1, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1>(Action<T1, CancellationToken> method, T1 arg1, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1>(Func<T1, CancellationToken, Task> method, T1 arg1, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2>(Func<T1, T2, CancellationToken, int> method, T1 arg1, T2 arg2, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2>(Func<T1, T2, CancellationToken, Task<int>> method, T1 arg1, T2 arg2, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2>(Action<T1, T2, CancellationToken> method, T1 arg1, T2 arg2, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2>(Func<T1, T2, CancellationToken, Task> method, T1 arg1, T2 arg2, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3>(Func<T1, T2, T3, CancellationToken, int> method, T1 arg1, T2 arg2, T3 arg3, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3>(Func<T1, T2, T3, CancellationToken, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3>(Action<T1, T2, T3, CancellationToken> method, T1 arg1, T2 arg2, T3 arg3, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3>(Func<T1, T2, T3, CancellationToken, Task> method, T1 arg1, T2 arg2, T3 arg3, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4>(Func<T1, T2, T3, T4, CancellationToken, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4>(Func<T1, T2, T3, T4, CancellationToken, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4>(Action<T1, T2, T3, T4, CancellationToken> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4>(Func<T1, T2, T3, T4, CancellationToken, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5>(Func<T1, T2, T3, T4, T5, CancellationToken, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5>(Func<T1, T2, T3, T4, T5, CancellationToken, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5>(Action<T1, T2, T3, T4, T5, CancellationToken> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5>(Func<T1, T2, T3, T4, T5, CancellationToken, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6>(Func<T1, T2, T3, T4, T5, T6, CancellationToken, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6>(Func<T1, T2, T3, T4, T5, T6, CancellationToken, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6>(Action<T1, T2, T3, T4, T5, T6, CancellationToken> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6>(Func<T1, T2, T3, T4, T5, T6, CancellationToken, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7>(Func<T1, T2, T3, T4, T5, T6, T7, CancellationToken, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7>(Func<T1, T2, T3, T4, T5, T6, T7, CancellationToken, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7>(Action<T1, T2, T3, T4, T5, T6, T7, CancellationToken> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7>(Func<T1, T2, T3, T4, T5, T6, T7, CancellationToken, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8>(Func<T1, T2, T3, T4, T5, T6, T7, T8, CancellationToken, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8>(Func<T1, T2, T3, T4, T5, T6, T7, T8, CancellationToken, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8>(Action<T1, T2, T3, T4, T5, T6, T7, T8, CancellationToken> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8>(Func<T1, T2, T3, T4, T5, T6, T7, T8, CancellationToken, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, CancellationToken, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, CancellationToken, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, CancellationToken> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, CancellationToken, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, CancellationToken, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, CancellationToken, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, CancellationToken> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, CancellationToken, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, CancellationToken, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, CancellationToken, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, CancellationToken> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, CancellationToken, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, CancellationToken, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, CancellationToken, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, CancellationToken> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, CancellationToken, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, CancellationToken, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, CancellationToken, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, CancellationToken> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, CancellationToken, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, CancellationToken, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, CancellationToken, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, CancellationToken> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, CancellationToken, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, CancellationToken, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, CancellationToken, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, CancellationToken> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, CancellationToken, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15), options);
}
