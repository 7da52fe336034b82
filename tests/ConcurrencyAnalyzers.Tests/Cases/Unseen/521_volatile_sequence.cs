// volatile makes reads fresh, not ++ atomic: two packets get the same sequence number. difficulty: easy
namespace Cases.U521;

public sealed record Packet(int Sequence, byte[] Body);

public sealed class PacketStamper
{
    private volatile int _sequence;

    public Packet Stamp(byte[] body) => new(++_sequence, body); // expect: NON_ATOMIC, RACE?

    public async Task<Packet[]> StampAllAsync(IEnumerable<byte[]> bodies) =>
        await Task.WhenAll(bodies.Select(body => Task.Run(() => Stamp(body))));
}
