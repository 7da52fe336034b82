using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Ports;
using ConcurrencyAnalyzers.Workers.Shared;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>Runs a job in this process, through the same bytes as in another.</summary>
internal static class LocalRunner
{
    public static void Run(Job job, bool inline, CancellationToken cancellationToken)
    {
        if (inline)
            Run(job, cancellationToken);
        else
            ThreadPool.UnsafeQueueUserWorkItem(static s => Run(s.job, s.cancellationToken), (job, cancellationToken), preferLocal: false);
    }

    private static void Run(Job job, CancellationToken cancellationToken)
    {
        var result = new FrameBuffer();
        JobPorts? ports = null;
        var toCaller = new LocalPortLine(bytes => job.Call.Ports!.Receive(bytes));
        var toJob = new LocalPortLine(bytes => ports!.Receive(bytes));
        ports = new JobPorts(toCaller);
        job.Call.Ports?.Attach(toJob);
        try
        {
            var payload = new PayloadReader(job.Call.ToArray());
            var many = (payload.ReadInt32() & ChunkFormat.Mark) != 0;
            CallCulture.Apply(ref payload);
            (many ? job.Call.Method.BoundChunk : job.Call.Method.Bound).Run(job.Codec, ref payload, result, ports, cancellationToken);
            toCaller.Close();
            var answer = new PayloadReader(result.PayloadToArray());
            job.Take(ref answer);
            job.Succeed();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            job.EndAsCancelled();
        }
        catch (Exception e)
        {
            job.Fail(e);
        }
        finally
        {
            _ = SentObjects.Take(); // what the result names has arrived
            toCaller.Close();
            toJob.Close();
            ports.Close();
        }
    }
}
