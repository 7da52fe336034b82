// A log buffer and a subclass that share one protected lock.
using System;
using System.Collections.Generic;
using System.Threading;

namespace Cases.U604;

public abstract class LogBuffer
{
    private int _dropped;

    protected LogBuffer(int capacity) => Capacity = capacity;

    protected object SyncRoot { get; } = new();

    protected Queue<string> Lines { get; } = new();

    protected int Capacity { get; }

    public void Write(string line)
    {
        lock (SyncRoot)
        {
            if (Lines.Count >= Capacity && !MakeRoom())
            {
                _dropped++;
                return;
            }

            Lines.Enqueue(line);
        }
    }

    public int Dropped
    {
        get
        {
            lock (SyncRoot)
            {
                return _dropped;
            }
        }
    }

    // Called with SyncRoot held.
    protected abstract bool MakeRoom();
}

public sealed class RollingLogBuffer : LogBuffer, IDisposable
{
    private readonly Action<string[]> _output;
    private readonly Timer _timer;
    private long _overwritten;

    public RollingLogBuffer(int capacity, Action<string[]> output)
        : base(capacity)
    {
        _output = output;
        _timer = new Timer(_ => Flush(), null, 1000, 1000);
    }

    public long Overwritten
    {
        get
        {
            lock (SyncRoot)
            {
                return _overwritten;
            }
        }
    }

    protected override bool MakeRoom()
    {
        _overwritten++;
        return Lines.TryDequeue(out _);
    }

    private void Flush()
    {
        string[] lines;
        lock (SyncRoot)
        {
            lines = Lines.ToArray();
            Lines.Clear();
        }

        if (lines.Length > 0)
        {
            _output(lines);
        }
    }

    public void Dispose() => _timer.Dispose();
}
