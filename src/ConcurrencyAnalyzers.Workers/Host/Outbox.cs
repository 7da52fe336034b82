using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Host;

/// <summary>
/// What the thread that listens to the channel has to say, sent by a thread of its own: a listener that waited for room itself
/// would miss the end of its parent, and what would make room. In the order of posting. Thread-safe.
/// </summary>
internal sealed class Outbox(IMessageChannel channel)
{
    private readonly Queue<byte[]> _frames = new();
    private int _unsent;
    private bool _started;

    /// <summary>Sends a frame, later.</summary>
    public void Post(byte[] frame)
    {
        lock (_frames)
        {
            _frames.Enqueue(frame);
            _unsent++;
            Monitor.PulseAll(_frames);
            if (_started)
                return;
            _started = true;
        }
        // Few workers ever need it, and the thread pool may be full of what a job started.
        new Thread(Run) { IsBackground = true, Name = "worker outbox" }.Start();
    }

    /// <summary>Blocks until all that was posted has been sent.</summary>
    public void WaitUntilEmpty()
    {
        if (Volatile.Read(ref _unsent) == 0)
            return;
        lock (_frames)
        {
            while (_unsent > 0)
                Monitor.Wait(_frames);
        }
    }

    private void Run()
    {
        while (true)
        {
            byte[] frame;
            lock (_frames)
            {
                while (_frames.Count == 0)
                    Monitor.Wait(_frames);
                frame = _frames.Dequeue();
            }
            try
            {
                channel.Send(frame);
            }
            catch (IOException)
            {
                // The parent is gone; the thread that listens ends this process.
            }
            lock (_frames)
            {
                _unsent--;
                Monitor.PulseAll(_frames);
            }
        }
    }
}
