using System.Globalization;
using ConcurrencyAnalyzers.Workers.Host;

namespace ConcurrencyAnalyzers.Workers.Launch;

/// <summary>The environment of a worker: this process's own, less what would do harm there.</summary>
internal static class ChildEnvironment
{
    private const string HooksVariable = "DOTNET_STARTUP_HOOKS";

    private const string HeapLimitVariable = "DOTNET_GCHeapHardLimit";
    private const string LargeObjectsVariable = "DOTNET_GCLOHThreshold";

    /// <summary>2 MB, in hexadecimal digits.</summary>
    private const string LargeObjects = "200000";

    private static readonly string LibraryName = typeof(ChildEnvironment).Assembly.GetName().Name!;

    public static void Prepare(IDictionary<string, string?> environment, bool asStartupHook)
    {
        environment[WorkerHost.Marker] = "1";
        // A profiler or a hot-reload hook was told about one process, not about its workers.
        foreach (var name in (string[])["CORECLR_ENABLE_PROFILING", "CORECLR_PROFILER", "COR_ENABLE_PROFILING", "COR_PROFILER"])
            environment.Remove(name);
        var hooks = environment.TryGetValue(HooksVariable, out var present) ? present : null;
        if (!asStartupHook)
            environment.Remove(HooksVariable);
        else
            environment[HooksVariable] = string.IsNullOrEmpty(hooks) ? LibraryName : hooks + Path.PathSeparator + LibraryName;
        // Workers inherit the program's runtime configuration; that of a server would give each a heap per core.
        environment["DOTNET_gcServer"] = "0";
        environment["DOTNET_gcConcurrent"] = "0";
        // Garbage of short jobs is collected before it has touched much memory: fresh memory costs more than the collection.
        environment.TryAdd("DOTNET_GCgen0size", "400000");
        // Arguments and results of up to 2 MB die young: as ordinary objects they cost no collection of everything every 3 MB.
        environment.TryAdd(LargeObjectsVariable, LargeObjects);
    }

    /// <summary>Keeps the garbage collector below a size; beyond it the job sees <see cref="OutOfMemoryException"/>.</summary>
    public static void LimitHeap(IDictionary<string, string?> environment, long bytes)
    {
        environment[HeapLimitVariable] = bytes.ToString("X", CultureInfo.InvariantCulture);
        // The collector of .NET 10 crashes at a small limit when it has raised what counts as a large object.
        if (environment.TryGetValue(LargeObjectsVariable, out var threshold) && threshold == LargeObjects)
            environment.Remove(LargeObjectsVariable);
    }

    /// <summary>In the worker: the size that its managed heap may have, in bytes; <see langword="null"/> without a limit.</summary>
    public static long? HeapLimit() =>
        long.TryParse(Environment.GetEnvironmentVariable(HeapLimitVariable), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;

    /// <summary>How many cores the worker's runtime counts on, for its thread pool and its heap.</summary>
    public static void LimitProcessors(IDictionary<string, string?> environment, int count) =>
        environment["DOTNET_PROCESSOR_COUNT"] = count.ToString("X", CultureInfo.InvariantCulture);

    /// <summary>Spares each start the diagnostic port, and the file of it that a killed process leaves behind.</summary>
    public static void DisableDiagnostics(IDictionary<string, string?> environment)
    {
        environment["DOTNET_EnableDiagnostics"] = "0";
        environment["DOTNET_LTTng"] = "0";
    }

    /// <summary>In the worker: what it starts in turn must not become a worker.</summary>
    public static void RemoveStartupHook()
    {
        var others = (Environment.GetEnvironmentVariable(HooksVariable) ?? "").Split(Path.PathSeparator).Where(h => h != LibraryName);
        var rest = string.Join(Path.PathSeparator, others);
        Environment.SetEnvironmentVariable(HooksVariable, rest.Length == 0 ? null : rest);
    }
}
