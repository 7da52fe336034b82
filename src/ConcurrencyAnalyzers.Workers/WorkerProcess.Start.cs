namespace ConcurrencyAnalyzers.Workers;

public sealed partial class WorkerProcess
{
    /// <summary>Starts a process that runs a static method and ends with it.</summary>
    /// <param name="method">
    /// A static method, or a lambda that captures nothing. An <see cref="int"/> that it returns is the exit code.
    /// </param>
    /// <exception cref="ArgumentException">The delegate cannot run in another process; the message names what stands in the way.</exception>
    /// <exception cref="NotSupportedException">An argument cannot travel.</exception>
    /// <exception cref="InvalidOperationException">This process is a worker itself.</exception>
    public static WorkerProcess Start(Func<int> method) => Begin(NewCall(method));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start(Func<Task<int>> method) => Begin(NewCall(method));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start(Action method) => Begin(NewCall(method));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start(Func<Task> method) => Begin(NewCall(method));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1>(Func<T1, int> method, T1 arg1) => Begin(NewCall(method).Add(arg1));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1>(Func<T1, Task<int>> method, T1 arg1) => Begin(NewCall(method).Add(arg1));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1>(Action<T1> method, T1 arg1) => Begin(NewCall(method).Add(arg1));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1>(Func<T1, Task> method, T1 arg1) => Begin(NewCall(method).Add(arg1));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1, T2>(Func<T1, T2, int> method, T1 arg1, T2 arg2) => Begin(NewCall(method).Add(arg1).Add(arg2));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1, T2>(Func<T1, T2, Task<int>> method, T1 arg1, T2 arg2) => Begin(NewCall(method).Add(arg1).Add(arg2));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1, T2>(Action<T1, T2> method, T1 arg1, T2 arg2) => Begin(NewCall(method).Add(arg1).Add(arg2));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1, T2>(Func<T1, T2, Task> method, T1 arg1, T2 arg2) => Begin(NewCall(method).Add(arg1).Add(arg2));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1, T2, T3>(Func<T1, T2, T3, int> method, T1 arg1, T2 arg2, T3 arg3) => Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1, T2, T3>(Func<T1, T2, T3, Task<int>> method, T1 arg1, T2 arg2, T3 arg3) => Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1, T2, T3>(Action<T1, T2, T3> method, T1 arg1, T2 arg2, T3 arg3) => Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1, T2, T3>(Func<T1, T2, T3, Task> method, T1 arg1, T2 arg2, T3 arg3) => Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1, T2, T3, T4>(Func<T1, T2, T3, T4, int> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4) => Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1, T2, T3, T4>(Func<T1, T2, T3, T4, Task<int>> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4) => Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1, T2, T3, T4>(Action<T1, T2, T3, T4> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4) => Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4));

    /// <inheritdoc cref="Start(Func{int})"/>
    public static WorkerProcess Start<T1, T2, T3, T4>(Func<T1, T2, T3, T4, Task> method, T1 arg1, T2 arg2, T3 arg3, T4 arg4) => Begin(NewCall(method).Add(arg1).Add(arg2).Add(arg3).Add(arg4));
}
