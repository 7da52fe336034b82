namespace ConcurrencyAnalyzers.Workers;

// The shapes of Start for methods with arguments.
// Written by OverloadText in the tests; a test holds this file against it.
public sealed partial class WorkerProcess
{
    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1>(Func<T1, int> method, T1 arg1, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1>(Func<T1, Task<int>> method, T1 arg1, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1>(Action<T1> method, T1 arg1, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1>(Func<T1, Task> method, T1 arg1, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2>(Func<T1, T2, int> method, T1 arg1, T2 arg2, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2>(Func<T1, T2, Task<int>> method, T1 arg1, T2 arg2, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2>(Action<T1, T2> method, T1 arg1, T2 arg2, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2>(Func<T1, T2, Task> method, T1 arg1, T2 arg2, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3>(Func<T1, T2, T3, int> method, T1 arg1, T2 arg2, T3 arg3, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3>(Func<T1, T2, T3, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3>(Action<T1, T2, T3> method, T1 arg1, T2 arg2, T3 arg3, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3>(Func<T1, T2, T3, Task> method, T1 arg1, T2 arg2, T3 arg3, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4>(Func<T1, T2, T3, T4, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4>(Func<T1, T2, T3, T4, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4>(Action<T1, T2, T3, T4> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4>(Func<T1, T2, T3, T4, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5>(Func<T1, T2, T3, T4, T5, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5>(Func<T1, T2, T3, T4, T5, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5>(Action<T1, T2, T3, T4, T5> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5>(Func<T1, T2, T3, T4, T5, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6>(Func<T1, T2, T3, T4, T5, T6, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6>(Func<T1, T2, T3, T4, T5, T6, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6>(Action<T1, T2, T3, T4, T5, T6> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6>(Func<T1, T2, T3, T4, T5, T6, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7>(Func<T1, T2, T3, T4, T5, T6, T7, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7>(Func<T1, T2, T3, T4, T5, T6, T7, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7>(Action<T1, T2, T3, T4, T5, T6, T7> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7>(Func<T1, T2, T3, T4, T5, T6, T7, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8>(Func<T1, T2, T3, T4, T5, T6, T7, T8, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8>(Func<T1, T2, T3, T4, T5, T6, T7, T8, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8>(Action<T1, T2, T3, T4, T5, T6, T7, T8> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8>(Func<T1, T2, T3, T4, T5, T6, T7, T8, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, T16 arg16, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15).Add(arg16), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, T16 arg16, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15).Add(arg16), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, T16 arg16, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15).Add(arg16), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14, T15 arg15, T16 arg16, WorkerProcessOptions? options = null) =>
        Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4).Add(arg5).Add(arg6).Add(arg7).Add(arg8).Add(arg9).Add(arg10).Add(arg11).Add(arg12).Add(arg13).Add(arg14).Add(arg15).Add(arg16), options);
}
