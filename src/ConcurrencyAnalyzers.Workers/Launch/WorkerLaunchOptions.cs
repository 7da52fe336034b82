using System.Diagnostics;
using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Launch;

/// <summary>What the start of a worker depends on.</summary>
internal sealed record WorkerLaunchOptions
{
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public WorkerOutput Output { get; init; }

    public bool SingleJob { get; init; }

    public bool Diagnostics { get; init; }

    public long? HeapLimit { get; init; }

    public int? Processors { get; init; }

    public IReadOnlyDictionary<string, string?>? Environment { get; init; }

    public string? WorkingDirectory { get; init; }

    /// <summary>The standard streams are for the caller, not for this library.</summary>
    public bool Redirect { get; init; }

    public bool WaitForDebugger { get; init; }

    /// <summary>What makes the worker's codec for objects; <see langword="null"/> for the default.</summary>
    public WorkerMethod? Codec { get; init; }

    public string Transport { get; init; } = Transports.Default;

    /// <summary>Whether jobs go through shared memory where the system has it.</summary>
    public bool SharesMemory { get; init; } = true;

    public void Apply(IDictionary<string, string?> environment)
    {
        if (!Diagnostics && !WaitForDebugger && !Debugger.IsAttached)
            ChildEnvironment.DisableDiagnostics(environment);
        if (HeapLimit is { } bytes)
            ChildEnvironment.LimitHeap(environment, bytes);
        if (Processors is { } count)
            ChildEnvironment.LimitProcessors(environment, count);
        foreach (var (name, value) in Environment ?? new Dictionary<string, string?>())
        {
            if (value is null)
                environment.Remove(name);
            else
                environment[name] = value;
        }
    }
}
