namespace ConcurrencyAnalyzers.Workers.Host;

/// <summary>Where a worker starts when this assembly is the program: see <see cref="Launch.LaunchPlan"/>.</summary>
internal static class EntryPoint
{
    private static int Main()
    {
        if (Environment.GetEnvironmentVariable(WorkerHost.Marker) is not null)
            return WorkerHost.Run();
        Console.Error.WriteLine("This is a library; only a worker pool runs it as a program.");
        return 2;
    }
}
