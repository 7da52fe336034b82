using System.Collections.Generic;
using System.Threading;

namespace RealCode324;

// Connect empties what an earlier connection has left, and then starts the thread that the lock is there for.
public sealed class Connection
{
    private readonly List<byte[]> _unsent = [];
    private uint _next;
    private Thread? _sender;
    private volatile bool _ended;

    public void Connect(string name)
    {
        _unsent.Clear();
        _next = 1;
        _sender = new Thread(Send) { Name = name };
        _sender.Start();
    }

    public void Enqueue(byte[] message)
    {
        lock (_unsent)
        {
            _unsent.Add(message);
            _next++;
        }
    }

    public int Count
    {
        get
        {
            lock (_unsent)
                return _unsent.Count;
        }
    }

    public void End() => _ended = true;

    private void Send()
    {
        while (!_ended)
        {
            lock (_unsent)
            {
                if (_unsent.Count > 0)
                    _unsent.RemoveAt(0);
                _next++;
            }

            Thread.Sleep(10);
        }
    }
}
