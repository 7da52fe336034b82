// The nearest wrong one: what is found missing is put in the place of what another thread may have put there since.
namespace Cases.R103;

public sealed class Packet : IDisposable
{
    public byte[] Bytes = new byte[100];

    public void Dispose() => Bytes = [];
}

public sealed class Pool
{
    private readonly object _gate = new();
    private Packet? _spare;

    public Packet Ready()
    {
        Packet? packet;
        lock (_gate)
            packet = _spare;
        if (packet == null)
        {
            packet = new Packet();
            lock (_gate)
                _spare = packet; // expect: CHECK_THEN_ACT
        }

        return packet;
    }
}
