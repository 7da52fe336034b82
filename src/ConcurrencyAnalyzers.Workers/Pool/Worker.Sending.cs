using System.Buffers;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <content>What goes to the process.</content>
internal sealed partial class Worker
{
    /// <summary>
    /// Gives the worker jobs: small ones, or a single large one when it has none. <see langword="false"/>: it is
    /// gone and the jobs are still the caller's.
    /// </summary>
    public bool TryPost(params Job[] jobs)
    {
        // Noted and sent in one piece: the answers are expected in the order of the notes.
        bool atOnce;
        lock (_sending)
        {
            if (!TryNote(jobs))
                return false;
            // A message that has to wait for the worker to read is no work for the caller's thread.
            atOnce = _unsent.Count == 0 && _started.Channel.TakesAtOnce(SizeOf(jobs) + Definitions);
            if (atOnce)
                Send(jobs);
            else
                _unsent.Enqueue(jobs);
        }
        if (!atOnce)
            ThreadPool.UnsafeQueueUserWorkItem(static w => w.SendNext(), this, preferLocal: false);
        return true;
    }

    private void SendNext()
    {
        lock (_sending)
        {
            Send(_unsent.Peek());
            _unsent.Dequeue();
        }
    }

    private static int SizeOf(Job[] jobs)
    {
        var size = 0;
        foreach (var job in jobs)
            size += job.Call.Size;
        return size;
    }

    private void Send(Job[] jobs)
    {
        try
        {
            lock (_sending)
            {
                if (_closed)
                    return;
                foreach (var job in jobs)
                {
                    if (_defined.Add(job.Call.Method.Number))
                        _started.Channel.Send(job.Call.Method.Define(_scratch));
                }
                if (jobs.Length > 1 && Array.TrueForAll(jobs, static j => j.Call.IsShort))
                    SendTogether(jobs);
                else
                    Array.ForEach(jobs, j => j.Call.SendTo(_started.Channel, j.Id));
                foreach (var job in jobs)
                {
                    job.Sent = true;
                    PoolMeter.NoteBytes(_owner.Name, job.Call.Size, sent: true);
                }
            }
        }
        catch (IOException)
        {
            return; // The reader finds the worker gone and deals with the jobs.
        }
        foreach (var job in jobs)
        {
            if (job.StopCause != StopCause.None)
                Stop(job); // the first request came too early for the worker to know the job
        }
    }

    // One trip into the system for all of them: for short jobs it costs more than the job.
    private void SendTogether(Job[] jobs)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(SizeOf(jobs));
        var length = 0;
        foreach (var job in jobs)
        {
            var frame = job.Call.Seal(job.Id);
            frame.CopyTo(bytes.AsSpan(length));
            length += frame.Length;
        }
        _started.Channel.Send(bytes.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>A shared object is gone: the worker need not keep it.</summary>
    public void Forget(long sharedObject) => SendLater((FrameKind.Forget, sharedObject));

    // All in one piece, so that nothing comes in between.
    private void SendLater(params (FrameKind Kind, long Id)[] frames)
    {
        var bytes = new byte[frames.Length * Frame.HeaderSize];
        for (var i = 0; i < frames.Length; i++)
            Frame.WriteHeader(bytes.AsSpan(i * Frame.HeaderSize), frames[i].Kind, frames[i].Id, 0);
        SendLater(bytes);
    }

    private void SendLater(byte[] frames) => ThreadPool.UnsafeQueueUserWorkItem(static s =>
    {
        try
        {
            lock (s.worker._sending)
                s.worker._started.Channel.Send(s.frames);
        }
        catch (IOException)
        {
            // Gone: the reader deals with it.
        }
    }, (worker: this, frames), preferLocal: false);
}
