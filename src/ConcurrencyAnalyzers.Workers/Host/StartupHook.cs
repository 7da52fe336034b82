using ConcurrencyAnalyzers.Workers.Host;
using ConcurrencyAnalyzers.Workers.Launch;

/// <summary>
/// Where a worker starts when the user's program is run again (single-file programs). The runtime calls this
/// before the program's Main, which then never runs. The name and the missing namespace are the runtime's rule.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(WorkerHost.Marker) is null)
            return;
        ChildEnvironment.RemoveStartupHook();
        Environment.Exit(WorkerHost.Run());
    }
}
