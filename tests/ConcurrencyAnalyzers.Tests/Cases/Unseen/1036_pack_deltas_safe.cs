using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Vcs.Packs;

public sealed record PackedObject(string Id, string? BaseId, byte[] Data);

public interface IPack
{
    PackedObject Read(string id);
}

public sealed class DeltaResolver(IPack pack)
{
    private readonly ConcurrentDictionary<string, Lazy<byte[]>> _resolved = new(StringComparer.Ordinal);
    private long _bytes;

    public long BytesInflated => Interlocked.Read(ref _bytes);

    public ReadOnlyMemory<byte> Resolve(string id) =>
        _resolved.GetOrAdd(id, static (key, self) => new Lazy<byte[]>(() => self.Inflate(key)), this).Value;

    public string[] Verify(IEnumerable<string> ids)
    {
        var broken = new ConcurrentBag<string>();
        Parallel.ForEach(ids, id =>
        {
            string actual = Convert.ToHexString(SHA1.HashData(Resolve(id).Span));
            if (!actual.Equals(id, StringComparison.OrdinalIgnoreCase))
            {
                broken.Add(id);
            }
        });
        return [.. broken.Order()];
    }

    private byte[] Inflate(string id)
    {
        PackedObject packed = pack.Read(id);
        byte[] result = packed.BaseId is { } baseId
            ? Patch(Resolve(baseId).Span, packed.Data)
            : packed.Data;
        Interlocked.Add(ref _bytes, result.Length);
        return result;
    }

    private static byte[] Patch(ReadOnlySpan<byte> source, byte[] delta)
    {
        using var target = new MemoryStream();
        for (int at = 0; at < delta.Length;)
        {
            int op = delta[at++];
            if (op == 0)
            {
                int offset = delta[at++], length = delta[at++];
                target.Write(source.Slice(offset, length));
            }
            else
            {
                target.Write(delta, at, op);
                at += op;
            }
        }
        return target.ToArray();
    }
}
