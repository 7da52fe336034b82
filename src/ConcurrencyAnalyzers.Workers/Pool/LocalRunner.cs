using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
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
        try
        {
            var payload = new PayloadReader(job.Call.Seal(job.Id)[Frame.HeaderSize..]);
            payload.ReadInt32();
            job.Call.Method.Bound.Run(JsonWorkerCodec.Instance, ref payload, result, cancellationToken);
            job.Succeed(result.Seal(FrameKind.Result, job.Id)[Frame.HeaderSize..]);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            job.EndAsCancelled();
        }
        catch (Exception e)
        {
            job.Fail(e);
        }
    }
}
