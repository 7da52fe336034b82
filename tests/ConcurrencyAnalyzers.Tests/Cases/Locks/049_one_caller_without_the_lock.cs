// Some who prepare a frame hold the lock of the wire, and one does not.
namespace Cases.L049;

public sealed class Wire
{
    private readonly List<byte> _frame = new();

    public object SendGate { get; } = new();

    public void Prepare(byte[] data)
    {
        _frame.Clear();         // expect: INCONSISTENT_LOCK#1
        _frame.AddRange(data);  // expect: INCONSISTENT_LOCK#1
    }

    public byte[] Frame()
    {
        lock (SendGate)
        {
            return _frame.ToArray();
        }
    }

    public void Reset()
    {
        lock (SendGate)
        {
            _frame.Clear();
        }
    }

    public int Trim(int length)
    {
        lock (SendGate)
        {
            if (_frame.Count > length)
                _frame.RemoveRange(length, _frame.Count - length);
            return _frame.Count;
        }
    }
}

public sealed class Session(Action<byte[]> send)
{
    private readonly Wire _wire = new();

    public void Send(byte[] data)
    {
        lock (_wire.SendGate)
        {
            _wire.Prepare(data);
            send(_wire.Frame());
        }
    }

    public void Ping()
    {
        _wire.Prepare([9]);
        send(_wire.Frame());
    }
}
