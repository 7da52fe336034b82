// A bounded hand-over queue built on Monitor, drained by two printer threads.
using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace Cases.U616;

public sealed class HandoverQueue<T>
{
    private readonly object _sync = new();
    private readonly Queue<T> _items = new();
    private readonly int _capacity;
    private bool _closed;

    public HandoverQueue(int capacity) => _capacity = capacity;

    public bool Put(T item)
    {
        lock (_sync)
        {
            while (_items.Count >= _capacity && !_closed)
            {
                Monitor.Wait(_sync);
            }

            if (_closed)
            {
                return false;
            }

            _items.Enqueue(item);
            Monitor.PulseAll(_sync);
            return true;
        }
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_sync)
        {
            while (_items.Count == 0 && !_closed)
            {
                Monitor.Wait(_sync);
            }

            var taken = _items.TryDequeue(out item);
            Monitor.PulseAll(_sync);
            return taken;
        }
    }

    public void Close()
    {
        lock (_sync)
        {
            _closed = true;
            Monitor.PulseAll(_sync);
        }
    }
}

public sealed class LabelPrinter
{
    private readonly HandoverQueue<string> _labels = new(capacity: 16);

    public int PrintAll(IEnumerable<string> labels, Action<string> print)
    {
        var printed = new int[2];
        var first = new Thread(() => printed[0] = Drain(print));
        var second = new Thread(() => printed[1] = Drain(print));
        first.Start();
        second.Start();

        try
        {
            foreach (var label in labels)
            {
                _labels.Put(label);
            }
        }
        finally
        {
            _labels.Close();
            first.Join();
            second.Join();
        }

        return printed[0] + printed[1];
    }

    private int Drain(Action<string> print)
    {
        var count = 0;
        while (_labels.TryTake(out var label))
        {
            print(label);
            count++;
        }

        return count;
    }
}
