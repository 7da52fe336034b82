using System.Buffers.Binary;
using System.Collections.Concurrent;
using ConcurrencyAnalyzers.Workers.Host;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Shared;

/// <summary>Waits for a lock from within a worker: the line is kept by the main process, over the worker's channel.</summary>
internal sealed class WorkerLockLine(long lockId) : ILockLine
{
    private const int FrameSize = Frame.HeaderSize + sizeof(long);

    private static readonly ConcurrentDictionary<long, (WorkerLockLine Line, TaskCompletionSource<bool> Source)> Waiting = new();
    private static long s_lastTicket;

    public int Party => WorkerContext.WorkerNumber;

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var ticket = Interlocked.Increment(ref s_lastTicket);
        var source = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Waiting[ticket] = (this, source);
        Send(FrameKind.LockWait, ticket);
        using (cancellationToken.UnsafeRegister(static s =>
        {
            var (line, ticket, source) = ((WorkerLockLine, long, TaskCompletionSource<bool>))s!;
            // When the answer is on its way already, it finds nobody and gives the lock back.
            if (Waiting.TryRemove(ticket, out _))
            {
                line.Send(FrameKind.LockGiveUp, ticket);
                source.TrySetCanceled();
            }
        }, (this, ticket, source)))
        {
            ObjectDisposedException.ThrowIf(!await source.Task.ConfigureAwait(false), typeof(SharedLock));
        }
    }

    public void Leave() => Send(FrameKind.LockLeave, 0);

    /// <summary>The main process answers a wait. Runs on the thread that reads the channel.</summary>
    public static void Answer(long ticket, ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        var granted = reader.ReadByte() != 0;
        var lockId = BinaryPrimitives.ReadInt64LittleEndian(reader.Take(sizeof(long)));
        if (Waiting.TryRemove(ticket, out var waiter))
            waiter.Source.TrySetResult(granted);
        else if (granted && SharedObjects.Find(lockId) is SharedLock abandoned)
            abandoned.LeaveUnwanted();
    }

    /// <summary>Leaves the lock, for the thread that reads the channel.</summary>
    public void LeaveLater()
    {
        var frame = new byte[FrameSize];
        Write(frame, FrameKind.LockLeave, 0);
        WorkerLink.Outbox.Post(frame);
    }

    private void Send(FrameKind kind, long ticket)
    {
        Span<byte> frame = stackalloc byte[FrameSize];
        Write(frame, kind, ticket);
        try
        {
            WorkerLink.Channel.Send(frame);
        }
        catch (IOException)
        {
            // The main process is gone, and so will be this one.
        }
    }

    private void Write(Span<byte> frame, FrameKind kind, long ticket)
    {
        Frame.WriteHeader(frame, kind, ticket, sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(frame[Frame.HeaderSize..], lockId);
    }
}
