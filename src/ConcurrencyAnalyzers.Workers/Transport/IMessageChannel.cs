namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// The line between a pool and one worker. Any thread may send; exactly one thread receives. Whether a stream or
/// shared memory carries it is nobody else's business.
/// </summary>
internal interface IMessageChannel : IDisposable
{
    /// <summary>
    /// Sends whole frames, blocking until the system has taken them. Throws <see cref="IOException"/> when the peer is gone.
    /// Frames that interfere with running jobs (<see cref="FrameKinds.Interferes"/>) stand alone or among their like: they may overtake others.
    /// </summary>
    void Send(ReadOnlySpan<byte> frames);

    /// <summary>Sends one frame, its long pieces straight from where they are.</summary>
    void Send(FrameBuffer frame, FrameKind kind, long id);

    /// <summary>Whether so many bytes can be sent without waiting for the peer to read.</summary>
    bool TakesAtOnce(long bytes);

    /// <summary>How many bytes may wait in it for the peer, behind what the peer is at.</summary>
    int MostAhead { get; }

    /// <summary>
    /// Blocks until a frame is there. <see langword="false"/> when the peer is gone.
    /// Throws <see cref="InvalidDataException"/> when what arrives is not a frame.
    /// </summary>
    bool TryReceive(out Frame frame);

    /// <summary>Whether the next frame, or a part of it, is there already. For the thread that receives.</summary>
    bool HasMore { get; }

    /// <summary>
    /// In a worker: the frames with jobs, where the thread that runs them takes them itself; <see langword="null"/> where
    /// <see cref="TryReceive"/> gives all there are.
    /// </summary>
    IJobLine? Jobs { get; }

    /// <summary>
    /// In the parent: where threads can take turns at reading answers; <see langword="null"/> where only
    /// <see cref="TryReceive"/> gives them.
    /// </summary>
    IAnswerLine? Answers { get; }
}

/// <summary>Answers, for one thread at a time.</summary>
internal interface IAnswerLine
{
    /// <summary>The next frame, if it is there. Throws <see cref="InvalidDataException"/> when what arrives is not a frame.</summary>
    bool TryReadNow(out Frame frame);

    /// <summary>The peer is gone and all has been read. Throws <see cref="InvalidDataException"/> when it broke the channel.</summary>
    bool HasEnded { get; }

    /// <summary>What was sent before now ends here; for <see cref="HasTaken"/>.</summary>
    long SendPosition { get; }

    /// <summary>The peer has taken something of what was sent behind the position, it says.</summary>
    bool HasTaken(long position);

    /// <summary>Blocks until there may be more to read, or the end.</summary>
    /// <param name="isDue">One answer is on its way and nothing else is to be done, so it may pay not to sleep.</param>
    void Wait(bool isDue);
}

/// <summary>Where a worker's main thread finds its jobs.</summary>
internal interface IJobLine
{
    /// <summary>The next frame, if it is there. Under the lock of whoever shares the line.</summary>
    bool TryReadNow(out Frame frame);

    /// <summary>Blocks until there may be more to read, or <see cref="Interrupt"/>. One thread.</summary>
    void Wait();

    /// <summary>Ends the wait of the thread that waits, or the next one. Any thread.</summary>
    void Interrupt();
}
