namespace Cases.L1097;

public readonly record struct Packet(long Stamp, ushort Length, uint Flow);

public sealed class PacketRing
{
    private readonly object _sync = new();
    private readonly Packet[] _slots;
    private int _head;
    private int _tail;
    private long _dropped;

    public PacketRing(int capacity) => _slots = new Packet[capacity];

    public void Push(in Packet packet)
    {
        lock (_sync)
        {
            int next = (_tail + 1) % _slots.Length;
            if (next == _head)
            {
                _head = (_head + 1) % _slots.Length;
                _dropped++;
            }
            _slots[_tail] = packet;
            _tail = next;
        }
    }

    public bool TryPop(out Packet packet)
    {
        lock (_sync)
        {
            if (_head == _tail)
            {
                packet = default;
                return false;
            }
            packet = _slots[_head];
            _head = (_head + 1) % _slots.Length;
            return true;
        }
    }

    public long Dropped
    {
        get
        {
            lock (_sync)
            {
                return _dropped;
            }
        }
    }

    public int Discard(int count)
    {
        int available = (_tail - _head + _slots.Length) % _slots.Length; // expect: INCONSISTENT_LOCK, RACE?
        int discarded = Math.Min(count, available);
        _head = (_head + discarded) % _slots.Length; // expect: INCONSISTENT_LOCK, RACE?
        return discarded;
    }
}
