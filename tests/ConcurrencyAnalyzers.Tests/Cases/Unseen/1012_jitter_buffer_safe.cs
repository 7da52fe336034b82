using System.Diagnostics.CodeAnalysis;

namespace Media.Rtp;

public sealed record RtpPacket(ushort Sequence, uint Timestamp, ReadOnlyMemory<byte> Payload);

public sealed class JitterBuffer(int depth)
{
    private readonly SortedDictionary<ushort, RtpPacket> _packets = [];
    private ushort _next;
    private bool _primed;
    private int _late;
    private bool _closed;

    public int Late
    {
        get
        {
            lock (_packets)
            {
                return _late;
            }
        }
    }

    public void Insert(RtpPacket packet)
    {
        lock (_packets)
        {
            if (_primed && (short)(packet.Sequence - _next) < 0)
            {
                _late++;
                return;
            }
            _packets[packet.Sequence] = packet;
            if (!_primed && _packets.Count >= depth)
            {
                _primed = true;
                _next = _packets.First().Key;
            }
            Monitor.PulseAll(_packets);
        }
    }

    public bool TryTake([NotNullWhen(true)] out RtpPacket? packet)
    {
        lock (_packets)
        {
            while (!_closed && (!_primed || _packets.Count == 0))
            {
                Monitor.Wait(_packets);
            }
            if (_packets.Count == 0)
            {
                packet = null;
                return false;
            }
            packet = _packets.First().Value;
            _packets.Remove(packet.Sequence);
            _next = (ushort)(packet.Sequence + 1);
            return true;
        }
    }

    public void Close()
    {
        lock (_packets)
        {
            _closed = true;
            Monitor.PulseAll(_packets);
        }
    }

    public List<ushort> Pending()
    {
        lock (_packets)
        {
            return _packets.Keys.ToList();
        }
    }
}

public sealed class Playout(JitterBuffer buffer, Stream speaker)
{
    private readonly List<uint> _played = [];

    public IReadOnlyList<uint> PlayAll()
    {
        var thread = new Thread(() =>
        {
            while (buffer.TryTake(out RtpPacket? packet))
            {
                speaker.Write(packet.Payload.Span);
                _played.Add(packet.Timestamp);
            }
        });
        thread.Start();
        thread.Join();
        return _played;
    }
}
