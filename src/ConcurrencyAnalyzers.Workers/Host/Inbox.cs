using System.Diagnostics.CodeAnalysis;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Host;

/// <summary>
/// The jobs that wait in a worker, and the one that runs. The main thread takes them one by one, from a line of
/// jobs where the channel has one; the thread that listens to the channel adds those that come otherwise, and asks about all
/// of them. Thread-safe.
/// </summary>
/// <param name="line">Where jobs come from that nobody adds; guarded by the inbox.</param>
/// <param name="outbox">Where to say which jobs are given back.</param>
/// <param name="define">Takes what a frame says about a method.</param>
internal sealed class Inbox(IJobLine? line, Outbox outbox, Action<int, byte[]> define)
{
    private readonly object _gate = new();
    private readonly LinkedList<Item> _waiting = [];
    private readonly HashSet<long> _recalled = [];
    private long _current;
    private CancellationTokenSource? _currentToken; // made for who asks: most jobs take none
    private LinkedListNode<Item>? _free;
    private bool _closed;
    private FrameRest? _arriving;

    /// <summary>Takes a frame that says what to run, or that no more will come.</summary>
    public void Add(Frame frame)
    {
        lock (_gate)
        {
            Note(frame);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Blocks for the next job, which counts as running until <see cref="Finish"/>. <see langword="false"/> when there will be none.</summary>
    public bool TryTake([NotNullWhen(true)] out Item? item)
    {
        var taken = TryTakeNext(out item);
        // The parent counts on answers in the order of the jobs that are left, so it hears first which are not.
        outbox.WaitUntilEmpty();
        return taken;
    }

    private bool TryTakeNext([NotNullWhen(true)] out Item? item)
    {
        while (true)
        {
            lock (_gate)
            {
                if (_recalled.Count > 0)
                    GiveBackRecalled();
                if (_waiting.Count == 0)
                    Drain(toFirst: true);
                item = _waiting.First?.Value;
                if (item is not null)
                {
                    _free = _waiting.First!;
                    _waiting.Remove(_free);
                    _free.Value = null!;
                    _current = item.Id;
                    return true;
                }
                if (_closed)
                    return false;
                if (line is null)
                    Monitor.Wait(_gate);
            }
            line?.Wait();
        }
    }

    /// <summary>Trips when the caller of the running job wants it to stop.</summary>
    public CancellationToken TokenOf(long id)
    {
        lock (_gate)
            return _current == id ? (_currentToken ??= new CancellationTokenSource()).Token : new CancellationToken(canceled: true);
    }

    /// <summary>The running job is over, though its answer has yet to go out: from here on nothing may stop it.</summary>
    public void Finish()
    {
        lock (_gate)
        {
            _current = 0;
            _currentToken = null;
        }
    }

    /// <summary>Takes a job out, if it has not started, and says so before any job behind it can start.</summary>
    public void Recall(long id)
    {
        lock (_gate)
        {
            _recalled.Add(id);
            if (!IsTakenAndArriving)
                GiveBackRecalled();
        }
    }

    public void Cancel(long id)
    {
        CancellationTokenSource? running;
        lock (_gate)
            running = _current == id && id != 0 ? _currentToken ??= new CancellationTokenSource() : null;
        // Callbacks on the token are user code: they may not hold up the thread that watches the channel.
        _ = running?.CancelAsync();
    }

    /// <summary>Runs the action if the job is the one that runs, and keeps it from ending meanwhile.</summary>
    public void IfRunning(long id, Action action)
    {
        lock (_gate)
        {
            if (_current == id)
                action();
        }
    }

    // The main thread is about to read it from the line. (One that nobody has taken yet is the last that waits.)
    private bool IsTakenAndArriving => _arriving is { Length: > 0 } && _waiting.Last?.Value.Rest != _arriving;

    private void GiveBackRecalled()
    {
        Drain(toFirst: false);
        for (var node = _waiting.First; node is not null;)
        {
            var recalled = _recalled.Remove(node.Value.Id);
            if (recalled)
            {
                node.Value.Rest?.Skip(); // all there: a recall is sent after the whole job
                Drain(toFirst: false);
                GiveBack(node.Value.Id);
            }
            var next = node.Next;
            if (recalled)
                _waiting.Remove(node);
            node = next;
        }
        // What follows a job that is still arriving cannot be seen yet; the main thread looks again.
        if (_arriving is not { Length: > 0 })
            _recalled.Clear();
        if (_waiting.Count > 0)
            line?.Interrupt();
    }

    private void GiveBack(long id)
    {
        var frame = new byte[Frame.HeaderSize];
        Frame.WriteHeader(frame, FrameKind.Recalled, id, 0);
        outbox.Post(frame);
    }

    private void Drain(bool toFirst)
    {
        while (line is not null && _arriving is not { Length: > 0 } && !(toFirst && _waiting.Count > 0) && line.TryReadNow(out var frame))
            Note(frame);
    }

    private void Note(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Define:
                define((int)frame.Id, frame.ToArray());
                break;
            case FrameKind.Run:
                // The rest of a long job is left in the line until the job takes it, straight to where it belongs.
                var inParts = line is not null && frame.Rest is not null;
                var node = _free ?? new LinkedListNode<Item>(null!);
                _free = null;
                node.Value = inParts ? new Item(frame.Id, frame.Payload.ToArray(), frame.Rest) : new Item(frame.Id, frame.ToArray(), null);
                _waiting.AddLast(node);
                _arriving = inParts ? frame.Rest : null;
                break;
            case FrameKind.Shutdown:
                _closed = true;
                break;
        }
    }

    /// <summary>A job: the payload of its frame, or the beginning of it and what has yet to arrive of it.</summary>
    internal sealed record Item(long Id, byte[] Payload, FrameRest? Rest)
    {
        /// <param name="start">Where to begin.</param>
        public PayloadReader NewReader(int start) => new(new Frame(FrameKind.Run, Id, Payload.AsSpan(start), Rest));
    }
}
