namespace Blind.C1217;

public sealed class NetworkStats
{
    public long InFlight;
    public int Peak;
}

public sealed class ConnectionStats
{
    public NetworkStats Network { get; } = new();
}

public interface IWire
{
    Task SendAsync(ReadOnlyMemory<byte> frame);
}

public sealed class FrameSender
{
    private readonly ConnectionStats _stats = new();
    private readonly IWire _wire;

    public FrameSender(IWire wire)
    {
        _wire = wire;
    }

    public async Task SendAllAsync(IEnumerable<byte[]> frames)
    {
        await Task.WhenAll(frames.Select(f => Task.Run(() => SendAsync(f))));
    }

    private async Task SendAsync(byte[] frame)
    {
        var inFlight = Interlocked.Add(ref _stats.Network.InFlight, frame.Length);
        RaisePeak((int)Math.Min(inFlight, int.MaxValue));
        try
        {
            await _wire.SendAsync(frame);
        }
        finally
        {
            _stats.Network.InFlight -= frame.Length; // expect: NON_ATOMIC
        }
    }

    private void RaisePeak(int value)
    {
        var peak = Volatile.Read(ref _stats.Network.Peak); // expect: CHECK_THEN_ACT#1
        if (value > peak) // expect: CHECK_THEN_ACT#1
        {
            Interlocked.Exchange(ref _stats.Network.Peak, value); // expect: CHECK_THEN_ACT#1
        }
    }
}
