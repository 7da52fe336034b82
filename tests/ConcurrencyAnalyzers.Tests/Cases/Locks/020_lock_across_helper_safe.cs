// The deepest helper asserts the lock that its callers hold.
using System.Diagnostics;

namespace Cases.L020;

public sealed class Switchboard
{
    private readonly object _wires = new();
    private readonly Dictionary<int, int> _lines = [];
    private int _connected;

    public void Connect(int a, int b)
    {
        lock (_wires)
        {
            Link(a, b);
        }
    }

    public void Disconnect(int a)
    {
        lock (_wires)
        {
            Unlink(a);
        }
    }

    public void Day(int calls) => Parallel.For(0, calls, i =>
    {
        Connect(i, i + 1);
        Disconnect(i);
    });

    private void Link(int a, int b)
    {
        Debug.Assert(Monitor.IsEntered(_wires));
        _lines[a] = b;
        Touch(1);
    }

    private void Unlink(int a)
    {
        if (_lines.Remove(a))
        {
            Touch(-1);
        }
    }

    private void Touch(int change) => _connected += change;
}
