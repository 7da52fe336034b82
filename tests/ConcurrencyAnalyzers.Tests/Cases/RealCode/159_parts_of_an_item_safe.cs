using System.Collections.Concurrent;

namespace Cases.R159;

class Meter
{
    private long _bytes;

    public long Bytes => _bytes;

    public void Count(int bytes) => _bytes += bytes;
}

class Transfer(Meter meter)
{
    public readonly Meter Meter = meter;
}

// The pieces of one transfer come one after the other; the dictionary is there for the others.
class Transfers
{
    private readonly ConcurrentDictionary<string, Transfer> _open = new();

    public void Receive(string name, byte[] piece)
    {
        var transfer = _open.GetOrAdd(name, static _ => new Transfer(new Meter()));
        transfer.Meter.Count(piece.Length);
    }

    public long End(string name) => _open.TryRemove(name, out var transfer) ? transfer.Meter.Bytes : 0;
}
