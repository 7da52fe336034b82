using System.Reflection;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// A job of no consequence for a worker that stands ready: the first job in a process waits for the compiler longer than
/// it takes to notice that another process has died. It loads the program's own assembly, of which nothing runs.
/// </summary>
internal static class DryRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Completes when the job has ended, in whatever way: the worker's first real job says what is wrong with it.</summary>
    public static async Task OnAsync(Worker worker)
    {
        var program = RuntimeFeature.IsDynamicCodeSupported ? Assembly.GetEntryAssembly()?.FullName : null;
        var job = new Job<int>(new Call((Func<string, int>)Load, WireCodec.Default).Add(program ?? ""), WireCodec.Default, new JobRules(Limit, IsInternal: true), CancellationToken.None);
        if (worker.TryPost(job))
            await ((Task)job.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static int Load(string program)
    {
        try
        {
            return program.Length == 0 ? 0 : Assembly.Load(new AssemblyName(program)).ManifestModule.ModuleVersionId.GetHashCode();
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            return 0; // a program that a worker does not need
        }
    }
}
