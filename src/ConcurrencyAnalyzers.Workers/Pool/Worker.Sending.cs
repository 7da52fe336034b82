using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Workers.Launch;
using ConcurrencyAnalyzers.Workers.Shared;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <content>What goes to the process.</content>
internal sealed partial class Worker
{
    // Longer jobs are not worth a copy for being sent together.
    private const int MostTogether = 64 * 1024;

    // How much of what others left waiting a caller's thread writes after its own.
    private const int MostForOthers = 4;

    /// <summary>
    /// Gives the worker jobs: small ones, or a single large one when it has none. <see langword="false"/>: it is
    /// gone and the jobs are still the caller's, as they are when the user's clock throws. Does not wait for the worker, nor for others that do.
    /// </summary>
    public bool TryPost(params Job[] jobs)
    {
        lock (_sending)
        {
            foreach (var job in jobs)
            {
                if (job.Call.Shared is { } objects)
                    NoteShared(objects); // first: should it fail, the jobs are still the caller's
            }
            // Noted and put in line in one piece: the answers are expected in the order of the notes.
            if (!TryNote(jobs))
                return false;
            if (_writing || !TakesAtOnce(jobs))
            {
                PutInLine(new Outgoing(jobs, null));
                return true;
            }
            _writing = true;
        }
        try
        {
            Send(jobs);
        }
        finally
        {
            WriteWhatTakesNoTime(); // whatever happened, the next may write
        }
        return true;
    }

    // A message that has to wait for the worker to read is no work for the caller's thread.
    private bool TakesAtOnce(Job[] jobs) => _started.Channel.TakesAtOnce(SizeOf(jobs) + Definitions);

    private void PutInLine(Outgoing next)
    {
        _unsent.Enqueue(next);
        if (_writing)
            return;
        _writing = true;
        WriteLater();
    }

    private void WriteLater()
    {
        lock (_sending)
        {
            _writesLater = true;
            if (_closed)
                Monitor.PulseAll(_sending);
        }
        ThreadPool.UnsafeQueueUserWorkItem(static w => w.WriteUnsent(), this, preferLocal: false);
    }

    // One thread at a time writes; it holds no lock meanwhile, for it may have to wait for the worker.
    private void WriteUnsent()
    {
        lock (_sending)
        {
            _writesLater = false;
            if (_closed)
                _unsent.Clear(); // the jobs among it are the owner's by now, or will be
        }
        while (TryTakeUnsent(out var next))
            Write(next);
    }

    private void WriteWhatTakesNoTime()
    {
        for (var i = 0; i < MostForOthers; i++)
        {
            Outgoing? next;
            lock (_sending)
            {
                if (_unsent.TryPeek(out var first) && (first.Jobs is not { } jobs || !TakesAtOnce(jobs)))
                    break;
                if (!TryTakeUnsent(out next))
                    return;
            }
            Write(next);
        }
        WriteLater();
    }

    private bool TryTakeUnsent([NotNullWhen(true)] out Outgoing? next)
    {
        lock (_sending)
        {
            if (_unsent.TryDequeue(out next))
                return true;
            _writing = false;
            if (_closed)
                Monitor.PulseAll(_sending);
            return false;
        }
    }

    private void Write(Outgoing next)
    {
        if (next.Jobs is not null)
        {
            Send(next.Jobs);
            return;
        }
        try
        {
            _started.Channel.Send(next.Frames!);
        }
        catch (IOException)
        {
            // Gone: the reader deals with it.
        }
    }

    // From here on it is certain which jobs the worker cannot have seen.
    private void CloseSending()
    {
        lock (_sending)
        {
            _closed = true;
            if (!IsWriting || Monitor.Wait(_sending, StartedWorker.ExitPatience))
                return;
        }
        // It said that it is gone, and yet keeps somebody waiting.
        Kill();
        lock (_sending)
        {
            while (IsWriting)
                Monitor.Wait(_sending);
        }
    }

    // One that has not begun is not waited for: it needs a thread of the pool, and those may all wait for this worker's jobs.
    private bool IsWriting => _writing && !_writesLater;

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
            if (_closed)
                return;
            foreach (var job in jobs)
            {
                if (_defined.Add(job.Call.Method.Number))
                    _started.Channel.Send(job.Call.Method.Define(_scratch));
            }
            var from = _started.Channel.Answers?.SendPosition ?? 0;
            if (jobs.Length > 1 && SizeOf(jobs) <= MostTogether && Array.TrueForAll(jobs, static j => j.Call.IsShort))
                SendTogether(jobs);
            else
                Array.ForEach(jobs, j => j.Call.SendTo(_started.Channel, j.Id));
            foreach (var job in jobs)
                (job.Sent, job.SentFrom) = (true, from);
        }
        catch (IOException)
        {
            return; // The reader finds the worker gone and deals with the jobs.
        }
        catch (OutOfMemoryException)
        {
            Kill(); // it may have been told a half; the reader deals with the jobs, and those that it was not told run elsewhere
            return;
        }
        foreach (var job in jobs)
            PoolMeter.NoteBytes(_owner.Name, job.Call.Size, sent: true);
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

    /// <summary>A shared object is gone: a worker that has it need not keep it. Another is not woken.</summary>
    public void Forget(SharedObject sharedObject)
    {
        lock (_sending)
        {
            if (_shared?.Remove(sharedObject) != true)
                return;
        }
        SendLater((FrameKind.Forget, sharedObject.Id));
    }

    private void NoteShared(IReadOnlyList<SharedObject> objects)
    {
        lock (_sending)
        {
            _shared ??= new ConditionalWeakTable<SharedObject, SharedObject>();
            foreach (var sent in objects)
                _shared.TryAdd(sent, sent);
        }
    }

    // All in one piece, so that nothing comes in between.
    private void SendLater(params (FrameKind Kind, long Id)[] frames)
    {
        var bytes = new byte[frames.Length * Frame.HeaderSize];
        for (var i = 0; i < frames.Length; i++)
            Frame.WriteHeader(bytes.AsSpan(i * Frame.HeaderSize), frames[i].Kind, frames[i].Id, 0);
        SendLater(bytes);
    }

    private void SendLater(byte[] frames)
    {
        lock (_sending)
        {
            if (!_closed)
                PutInLine(new Outgoing(null, frames));
        }
    }

    // Jobs, or frames. (A class, for queues of those need not be compiled in each process.)
    private sealed record Outgoing(Job[]? Jobs, byte[]? Frames);
}
