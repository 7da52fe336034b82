namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>Frames over a blocking, two-way stream.</summary>
internal sealed class StreamChannel(Stream stream, bool trusted = false) : IMessageChannel
{
    // What the system's buffers take on any system.
    private const int SystemBuffer = 64 * 1024;

    private readonly object _sending = new();
    private readonly StreamSink _sink = new(stream);
    private readonly FrameReader _reader = new(new StreamSource(stream), trusted);

    public IJobLine? Jobs => null;

    public IAnswerLine? Answers => null;

    public bool HasMore => _reader.HasMore;

    public void Send(ReadOnlySpan<byte> frames)
    {
        lock (_sending)
            _sink.Write(frames);
    }

    public void Send(FrameBuffer frame, FrameKind kind, long id)
    {
        lock (_sending)
            frame.WriteTo(_sink, kind, id);
    }

    public bool TakesAtOnce(long bytes) => bytes <= SystemBuffer;

    public int MostAhead => SystemBuffer;

    public bool TryReceive(out Frame frame) => _reader.TryRead(out frame);

    /// <summary>Goes on through shared memory; both sides do so at the same point. The stream stays, to tell when the peer is gone.</summary>
    public RingChannel MoveTo(SharedBlock memory, bool asWorker) => new(stream, _reader, memory, asWorker);

    public void Dispose() => stream.Dispose();
}
