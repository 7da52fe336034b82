using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Host;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// A job of no consequence for a worker that stands ready: the first job in a process waits for the compiler longer than
/// it takes to notice that another process has died. It loads the program's own assembly, of which nothing runs, and makes ready what
/// the program has had run in workers before.
/// </summary>
internal static class DryRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    // Who waits for the worker waits for this too; what is not ready by then gets ready when it is called.
    public static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(50);

    // The second is the first that goes the way of all later ones.
    private const int Times = 2;

    /// <summary>Blocks until the job has ended, in whatever way, and throws nothing: the worker's first real job says what is wrong with it. Gives how many methods came out ready.</summary>
    public static int On(Worker worker, IReadOnlyList<WorkerMethod?> methods, TimeSpan enough, CancellationToken closed)
    {
        var ready = 0;
        try
        {
            using var closing = closed.UnsafeRegister(static w => ((Worker)w!).Terminate(), worker); // nobody else knows of it yet
            for (var i = 0; i < Times; i++)
            {
                var call = new Call((Func<byte[], int>)Load, WireCodec.Default).Add(i == 0 ? Describe(methods, enough) : []);
                // As a caller's that waits for nothing else, so that the threads stand ready that such a one needs.
                var job = new Job<int>(call, WireCodec.Default, new JobRules(Limit, IsInternal: true), CancellationToken.None, runsCallerAtOnce: true);
                if (!worker.TryPost(job))
                    break;
                ready += job.Task.GetAwaiter().GetResult();
            }
        }
        catch (Exception) // the user's clock too: what it has to say to a job, it says to the first that is the user's
        {
            if (worker.InFlight > 0)
                worker.Kill(); // it has been told a part, and others would wait behind that
        }
        return ready;
    }

    private static byte[] Describe(IReadOnlyList<WorkerMethod?> methods, TimeSpan enough)
    {
        var buffer = new FrameBuffer();
        buffer.WriteInt32((int)enough.TotalMilliseconds);
        buffer.WriteText(RuntimeFeature.IsDynamicCodeSupported ? Assembly.GetEntryAssembly()?.FullName : null);
        foreach (var method in methods)
        {
            if (method is { HasReturned: true })
                Add(method, method.Number);
            if (method is { HasReturnedForMany: true })
                Add(method, method.Number | ChunkFormat.Mark);
        }
        return buffer.PayloadToArray();

        void Add(WorkerMethod method, int number)
        {
            buffer.WriteInt32(number);
            buffer.WriteInt32(method.Definition.Length);
            buffer.WriteBytes(method.Definition);
        }
    }

    private static int Load(byte[] description)
    {
        if (description.Length == 0)
            return 0;
        var start = Stopwatch.GetTimestamp();
        var reader = new PayloadReader(description);
        var enough = TimeSpan.FromMilliseconds(reader.ReadInt32());
        var program = reader.ReadText();
        var ready = 0;
        _ = Try(() => program.Length == 0 || Assembly.Load(new AssemblyName(program)).ManifestModule.ModuleVersionId != Guid.Empty);
        while (reader.Remaining > 0 && Stopwatch.GetElapsedTime(start) < enough)
        {
            var number = reader.ReadInt32();
            var definition = reader.ReadBlock().ToArray();
            if (Try(() => WorkerLink.Prepare is { } prepare && prepare(number, definition)))
                ready++;
        }
        return ready;
    }

    // A program that a worker does not need, or what its first call will say better.
    private static bool Try(Func<bool> action)
    {
        try
        {
            return action();
        }
        catch (Exception)
        {
            return false;
        }
    }
}
