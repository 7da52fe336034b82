// Packets are taken from a free list and put back; the list is a stack whose top is compared and exchanged. difficulty: hard
namespace Cases.U1668;

public sealed class FreeList<T>(Func<T> create)
{
    private sealed class Node(T item, Node? below)
    {
        public T Item { get; } = item;
        public Node? Below { get; } = below;
    }

    private Node? _top;
    private int _created;

    public int Created => Volatile.Read(ref _created);

    public T Take()
    {
        var top = Volatile.Read(ref _top);
        while (top != null)
        {
            var seen = Interlocked.CompareExchange(ref _top, top.Below, top);
            if (seen == top)
            {
                return top.Item;
            }
            top = seen;
        }
        Interlocked.Increment(ref _created);
        return create();
    }

    public void Return(T item)
    {
        var seen = Volatile.Read(ref _top);
        while (true)
        {
            var before = Interlocked.CompareExchange(ref _top, new Node(item, seen), seen);
            if (before == seen)
            {
                return;
            }
            seen = before;
        }
    }
}

public sealed class Packet
{
    private readonly byte[] _bytes = new byte[128];
    private int _length;

    public int Fill(int value)
    {
        _length = value % _bytes.Length;
        _bytes.AsSpan(0, _length).Fill((byte)value);
        return _length;
    }

    public void Reset()
    {
        _bytes.AsSpan(0, _length).Clear();
        _length = 0;
    }
}

static class Program
{
    static void Main()
    {
        var free = new FreeList<Packet>(() => new Packet());
        long sent = 0;
        Parallel.For(0, 20_000, i =>
        {
            var packet = free.Take();
            Interlocked.Add(ref sent, packet.Fill(i));
            packet.Reset();
            free.Return(packet);
        });
        Console.WriteLine($"{sent} bytes with {free.Created} packets");
    }
}
