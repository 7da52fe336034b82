using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Workers.Calls;

namespace ConcurrencyAnalyzers.Workers;

public sealed partial class WorkerPool
{
    // Never called. Generic methods are compiled where they are used, which is mostly when the program runs; those that are used here
    // are compiled with this library. Not optimized: what is inlined here is not there for others.
    [MethodImpl(MethodImplOptions.NoOptimization)]
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
        Maps<int, int>();
        Maps<int, long>();
        Maps<int, double>();
        Maps<int, string>();
        Maps<int, bool>();
        Maps<long, long>();
        Maps<double, double>();
        Maps<string, int>();
        Maps<string, long>();
        Maps<string, bool>();
        Maps<string, string>();
    }

    [MethodImpl(MethodImplOptions.NoOptimization)]
    private void Maps<T, TResult>()
    {
        _ = MapToArrayAsync(default(Func<T, TResult>)!, []);
        _ = MapAsync(default(Func<T, TResult>)!, Array.Empty<T>()).GetAsyncEnumerator().MoveNextAsync();
        _ = new Binder<T, TResult>(); // in the worker
    }
}
