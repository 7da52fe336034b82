namespace ConcurrencyAnalyzers.Workers;

public sealed partial class WorkerProcess
{
    /// <summary>Starts a process that runs a static method and ends with it.</summary>
    /// <param name="method">
    /// A static method, or a lambda that captures nothing. An <see cref="int"/> that it returns is the exit code.
    /// </param>
    /// <param name="options">How it starts; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The delegate cannot run in another process; the message names what stands in the way.</exception>
    /// <exception cref="NotSupportedException">An argument cannot travel.</exception>
    /// <exception cref="InvalidOperationException">This process is a worker itself.</exception>
    public static WorkerProcess Start(Func<int> method, WorkerProcessOptions? options = null) => Begin(NewCall(method), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start(Func<Task<int>> method, WorkerProcessOptions? options = null) => Begin(NewCall(method), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start(Action method, WorkerProcessOptions? options = null) => Begin(NewCall(method), options);

    /// <inheritdoc cref="Start(Func{int}, WorkerProcessOptions?)"/>
    public static WorkerProcess Start(Func<Task> method, WorkerProcessOptions? options = null) => Begin(NewCall(method), options);
}
