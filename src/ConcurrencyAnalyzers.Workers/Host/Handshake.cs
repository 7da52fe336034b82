using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Host;

/// <summary>
/// How a worker shows that it is the child that was just started: it got a random token on its standard input,
/// calls back and repeats it, together with the build of this library, which both sides must share.
/// </summary>
internal static class Handshake
{
    public const int TokenSize = 32;
    private const int Version = 2;

    // Two values that no single wrong bit makes of each other.
    private const byte Shares = 0x5A, Streams = 0xA5;

    public static void WriteHello(FrameBuffer buffer, ReadOnlySpan<byte> token, bool sharesMemory)
    {
        buffer.Reset();
        buffer.WriteInt32(Version);
        buffer.WriteBytes(token);
        buffer.WriteBytes(OwnBuild.ToByteArray());
        buffer.WriteByte(sharesMemory ? Shares : Streams);
    }

    /// <summary>
    /// Whether the worker has opened the shared memory that was made for it. Throws <see cref="InvalidDataException"/> when the
    /// caller is not the worker.
    /// </summary>
    public static bool CheckHello(Frame frame, ReadOnlySpan<byte> token)
    {
        if (frame.Kind != FrameKind.Hello)
            throw new InvalidDataException($"The worker began with {frame.Kind} instead of a greeting.");
        var reader = new PayloadReader(frame.Payload);
        var version = reader.ReadInt32();
        if (!Secrets.AreEqual(reader.Take(TokenSize), token))
            throw new InvalidDataException("The process that called back does not know the token.");
        var build = reader.ReadGuid();
        var memory = reader.ReadByte();
        reader.ExpectEnd();
        if (memory is not (Shares or Streams))
            throw new InvalidDataException("The worker did not say how it goes on.");
        if (version != Version || build != OwnBuild)
            throw new InvalidDataException($"The worker process loaded another build of {typeof(Handshake).Assembly.GetName().Name} than '{typeof(Handshake).Assembly.Location}'.");
        return memory == Shares;
    }

    public static void WriteWelcome(FrameBuffer buffer, WorkerSettings settings)
    {
        buffer.Reset();
        buffer.WriteInt32(settings.Number);
        buffer.WriteByte((byte)settings.Output);
        buffer.WriteByte(settings.Redirect ? (byte)1 : (byte)0);
        buffer.WriteByte(settings.SingleJob ? (byte)1 : (byte)0);
        buffer.WriteByte(settings.WaitForDebugger ? (byte)1 : (byte)0);
    }

    public static WorkerSettings ReadWelcome(Frame frame)
    {
        if (frame.Kind != FrameKind.Welcome)
            throw new InvalidDataException($"Expected a welcome and got {frame.Kind}.");
        var reader = new PayloadReader(frame.Payload);
        return new WorkerSettings(reader.ReadInt32(), (WorkerOutput)reader.ReadByte(), reader.ReadByte() != 0, reader.ReadByte() != 0, reader.ReadByte() != 0);
    }

    private static Guid OwnBuild => typeof(Handshake).Module.ModuleVersionId;
}

/// <summary>What a worker is told when it starts.</summary>
/// <param name="Number">Its number within the parent.</param>
/// <param name="Output">What becomes of console output.</param>
/// <param name="Redirect">The console is the process's own standard streams, which its parent reads.</param>
/// <param name="SingleJob">It runs one job and ends with the job's exit code.</param>
/// <param name="WaitForDebugger">It runs nothing before a debugger is attached.</param>
internal sealed record WorkerSettings(int Number, WorkerOutput Output, bool Redirect, bool SingleJob, bool WaitForDebugger);
