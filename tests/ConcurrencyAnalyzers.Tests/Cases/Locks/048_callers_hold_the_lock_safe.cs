// Whoever prepares a frame holds the lock of the wire while he does, as he sends it under the same lock. The wire itself takes
// it where it is alone.
namespace Cases.L048;

public sealed class Wire
{
    private readonly List<byte> _frame = new();

    public object SendGate { get; } = new();

    public void Prepare(byte[] data)
    {
        _frame.Clear();
        _frame.AddRange(data);
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
        lock (_wire.SendGate)
        {
            _wire.Prepare([9]);
            send(_wire.Frame());
        }
    }
}
