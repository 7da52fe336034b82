namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// Frames through two rings in shared memory. The stream that the worker called back on stays beside them: its end
/// tells that the peer is gone, and to the worker it carries what must not wait behind jobs.
/// </summary>
internal sealed class RingChannel : IMessageChannel, IJobLine, IAnswerLine
{
    /// <summary>The size of one ring, in bytes: the longest message that leaves without waiting for the other side.</summary>
    public const int Capacity = 2 * 1024 * 1024;

    /// <summary>The memory of both rings, in bytes.</summary>
    public const int MemorySize = 2 * (Ring.HeaderSize + Capacity);

    private readonly object _sending = new();
    private readonly object _interfering = new();
    private readonly object _closing = new();
    private readonly Stream _stream;
    private readonly SharedBlock _memory;
    private readonly bool _asWorker;
    private readonly Ring _outgoing;
    private readonly Ring _incoming;
    private readonly OutgoingSink _sink;
    private readonly FrameReader _frames;
    private readonly FrameReader? _interference;
    private volatile string? _broken;
    private bool _disposed;

    /// <summary>A channel over two rings.</summary>
    /// <param name="stream">What both sides have spoken over so far.</param>
    /// <param name="reader">Who has read from it: what followed the last greeting may have come along with it.</param>
    /// <param name="memory">The rings.</param>
    /// <param name="asWorker">Which side this is.</param>
    public unsafe RingChannel(Stream stream, FrameReader reader, SharedBlock memory, bool asWorker)
    {
        _stream = stream;
        _memory = memory;
        _asWorker = asWorker;
        var toWorker = new Ring(memory.Start, Capacity);
        var toParent = new Ring(memory.Start + Ring.HeaderSize + Capacity, Capacity);
        (_outgoing, _incoming) = asWorker ? (toParent, toWorker) : (toWorker, toParent);
        _sink = new OutgoingSink(this);
        _frames = new FrameReader(new RingSource(_incoming), trusted: asWorker);
        if (asWorker)
            _interference = reader;
        else
            OwnThread.Start("worker end", Watch);
    }

    public bool HasMore => _frames.HasMore || _incoming.HasBytes;

    public IJobLine? Jobs => _asWorker ? this : null;

    public IAnswerLine? Answers => _asWorker ? null : this;

    public bool HasEnded => _incoming.HasEnded && (_broken is { } reason ? throw new InvalidDataException(reason) : true);

    public void Send(ReadOnlySpan<byte> frames)
    {
        if (!_asWorker && FrameKinds.Interferes(Frame.ReadHeader(frames, out _, out _)))
        {
            lock (_interfering)
                new StreamSink(_stream).Write(frames);
            return;
        }
        lock (_sending)
        {
            _sink.Write(frames);
            LetReaderKnow();
        }
    }

    public void Send(FrameBuffer frame, FrameKind kind, long id)
    {
        if (!_asWorker && FrameKinds.Interferes(kind))
        {
            lock (_interfering)
                frame.WriteTo(new StreamSink(_stream), kind, id);
            return;
        }
        lock (_sending)
        {
            frame.WriteTo(_sink, kind, id);
            LetReaderKnow();
        }
    }

    // The parent alone knows what its other workers do, so it tells each whether there is a core to wait awake on.
    private void LetReaderKnow()
    {
        if (!_asWorker)
            _outgoing.CoreIsFree = CoreShare.OfProcess.HasFree;
        _outgoing.WakeReaderIfAsleep();
    }

    public bool TakesAtOnce(long bytes)
    {
        lock (_sending)
        {
            try
            {
                return !_disposed && bytes <= _outgoing.Room;
            }
            catch (InvalidDataException)
            {
                return true; // the send finds it out
            }
        }
    }

    public int MostAhead => Capacity / 2;

    public bool TryReceive(out Frame frame)
    {
        if (_interference is not null)
            return _interference.TryRead(out frame);
        if (_frames.TryRead(out frame))
            return true;
        return _broken is { } reason ? throw new InvalidDataException(reason) : false;
    }

    public bool TryReadNow(out Frame frame) => _frames.TryReadNow(out frame);

    public long SendPosition => _outgoing.Written;

    public bool HasTaken(long position) => _outgoing.Taken - position > 0;

    void IJobLine.Wait() => _incoming.WaitForMessage(awake: _incoming.CoreIsFree);

    // In the parent the thread that waits is the one that reads, so it may look whether a frame has begun to arrive.
    void IAnswerLine.Wait(bool isDue)
    {
        if (!isDue || _frames.HasMore)
        {
            _incoming.WaitForBytes(inFull: _frames.HasMore);
            return;
        }
        var awake = _incoming.IsAlert && CoreShare.OfProcess.TryTake();
        _incoming.WaitForMessage(awake, awake ? CoreShare.OfProcess : null);
    }

    public void Interrupt() => _incoming.Interrupt();

    /// <summary>Ends the sends that wait. Who receives must have ended.</summary>
    public void Dispose()
    {
        CloseRings();
        _stream.Dispose();
        lock (_sending)
        {
            lock (_closing)
            {
                if (_disposed)
                    return;
                _disposed = true;
            }
        }
        _memory.Dispose();
    }

    // After its greeting a worker says nothing on the stream; all that can come is its end.
    private void Watch()
    {
        try
        {
            var count = _stream.Read(new byte[1]);
            if (count > 0)
                _broken = "It wrote past its channel.";
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Gone.
        }
        CloseRings();
    }

    private void CloseRings()
    {
        lock (_closing)
        {
            if (_disposed)
                return;
            _incoming.Close();
            _outgoing.Close();
        }
    }

    private sealed class OutgoingSink(RingChannel channel) : IByteSink
    {
        public void Write(ReadOnlySpan<byte> bytes)
        {
            if (channel._disposed)
                throw new IOException("The channel is closed.");
            try
            {
                channel._outgoing.Put(bytes);
            }
            catch (InvalidDataException e)
            {
                channel._broken = e.Message; // the receiving thread says so
                channel.CloseRings();
                throw new IOException(e.Message, e);
            }
        }
    }
}
