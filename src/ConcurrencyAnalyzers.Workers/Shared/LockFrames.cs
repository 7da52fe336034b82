using System.Buffers.Binary;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Shared;

/// <summary>What workers say about locks, in the main process. Nothing here blocks: it runs on the threads that read channels.</summary>
internal static class LockFrames
{
    /// <summary>Throws <see cref="InvalidDataException"/> for what a worker cannot say.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="party">The worker's number.</param>
    /// <param name="send">Sends a frame to the worker, later.</param>
    public static void Handle(Frame frame, int party, Action<byte[]> send)
    {
        var reader = new PayloadReader(frame);
        var id = BinaryPrimitives.ReadInt64LittleEndian(reader.Take(sizeof(long)));
        reader.ExpectEnd();
        var ticket = frame.Id;
        var arbiter = (SharedObjects.Find(id) as SharedLock)?.Arbiter;
        if (frame.Kind == FrameKind.LockWait)
        {
            if (arbiter is null)
                send(AnswerFrame(ticket, id, granted: false)); // disposed of meanwhile
            else
                arbiter.Wait(new LockArbiter.Waiter(party, ticket, granted => send(AnswerFrame(ticket, id, granted))));
        }
        else if (frame.Kind == FrameKind.LockGiveUp)
        {
            arbiter?.GiveUp(party, ticket);
        }
        else
        {
            arbiter?.Leave(party);
        }
    }

    /// <summary>A worker process has ended, for certain: what it held goes on to the next.</summary>
    public static void PartyGone(int party)
    {
        foreach (var shared in SharedObjects.Own<SharedLock>())
            shared.Arbiter.Gone(party);
    }

    private static byte[] AnswerFrame(long ticket, long id, bool granted)
    {
        var frame = new byte[Frame.HeaderSize + 1 + sizeof(long)];
        Frame.WriteHeader(frame, FrameKind.LockAnswer, ticket, 1 + sizeof(long));
        frame[Frame.HeaderSize] = granted ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64LittleEndian(frame.AsSpan(Frame.HeaderSize + 1), id);
        return frame;
    }
}
