// Groups captured packets by flow and lets the viewer look at one flow.
namespace Cases.U1562;

public readonly record struct FlowKey(string Source, string Target);

public sealed record Packet(FlowKey Flow, int Length, DateTime At);

public sealed class FlowTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<FlowKey, List<Packet>> _flows = [];
    private long _bytes;

    public void Append(Packet packet)
    {
        lock (_gate)
        {
            if (!_flows.TryGetValue(packet.Flow, out var packets))
            {
                packets = [];
                _flows.Add(packet.Flow, packets);
            }
            packets.Add(packet);
            _bytes += packet.Length;
        }
    }

    public FlowKey[] Keys()
    {
        lock (_gate)
        {
            return [.. _flows.Keys];
        }
    }

    public IReadOnlyList<Packet> PacketsOf(FlowKey key)
    {
        lock (_gate)
        {
            if (_flows.TryGetValue(key, out var packets))
            {
                return packets; // expect: ESCAPES_LOCK
            }
            return [];
        }
    }

    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _bytes;
            }
        }
    }
}

public sealed class CaptureSession(Func<Packet?> next)
{
    private readonly FlowTable _table = new();

    public string Largest()
    {
        var capture = new Thread(Capture) { IsBackground = true };
        capture.Start();

        string best = "none";
        int most = 0;
        while (capture.IsAlive)
        {
            foreach (var key in _table.Keys())
            {
                int length = _table.PacketsOf(key).Sum(p => p.Length); // expect: RACE?, ESCAPES_LOCK?
                if (length > most)
                {
                    (best, most) = ($"{key.Source}>{key.Target}", length);
                }
            }
        }
        capture.Join();
        return $"{best} of {_table.Bytes}";
    }

    private void Capture()
    {
        while (next() is { } packet)
        {
            _table.Append(packet);
        }
    }
}
