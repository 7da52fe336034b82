namespace ConcurrencyAnalyzers.Workers;

public sealed partial class WorkerPool
{
    // Never called. Generic methods are compiled where they are used, which is mostly when the program runs; those that are used here
    // are compiled with this library.
    internal void Precompiled()
    {
        _ = RunAsync(default(Func<int>)!);
        _ = RunAsync(default(Func<long>)!);
        _ = RunAsync(default(Func<double>)!);
        _ = RunAsync(default(Func<bool>)!);
        _ = RunAsync(default(Func<string>)!);
        _ = RunAsync(default(Func<int, int>)!, 0);
        _ = RunAsync(default(Func<int, long>)!, 0);
        _ = RunAsync(default(Func<int, double>)!, 0);
        _ = RunAsync(default(Func<int, bool>)!, 0);
        _ = RunAsync(default(Func<int, string>)!, 0);
        _ = RunAsync(default(Func<long, long>)!, 0);
        _ = RunAsync(default(Func<double, double>)!, 0);
        _ = RunAsync(default(Func<string, int>)!, "");
        _ = RunAsync(default(Func<string, long>)!, "");
        _ = RunAsync(default(Func<string, bool>)!, "");
        _ = RunAsync(default(Func<string, string>)!, "");
        _ = RunAsync(default(Func<string, string, string>)!, "", "");
        _ = RunAsync(default(Action<int>)!, 0);
        _ = RunAsync(default(Action<string>)!, "");
    }
}
