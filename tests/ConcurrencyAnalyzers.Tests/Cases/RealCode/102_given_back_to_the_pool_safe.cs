// What is given back is linked to what the pool holds by then: nothing in it is lost, whoever took what from it before.
namespace Cases.R102;

public sealed class Packet
{
    public byte[] Bytes = new byte[100];
    public Packet? Next;
}

public sealed class Pool
{
    private readonly object _gate = new();
    private Packet? _head;
    private int _count;

    public int Send(byte[] message, bool isLong)
    {
        Packet? packet = null;
        if (isLong)
        {
            packet = Take();
            message.CopyTo(packet.Bytes, 0);
        }

        if (packet != null)
            GiveBack(packet);
        return message.Length;
    }

    private Packet Take()
    {
        Packet? packet;
        lock (_gate)
        {
            packet = _head;
            if (packet == null)
                return new Packet();
            _head = _head!.Next;
            _count--;
        }

        return packet;
    }

    private void GiveBack(Packet packet)
    {
        packet.Bytes[0] = 0;
        lock (_gate)
        {
            packet.Next = _head;
            _head = packet;
            _count++;
        }
    }
}
