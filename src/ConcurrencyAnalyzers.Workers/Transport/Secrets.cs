using System.Runtime.CompilerServices;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// What nobody may guess. The base library's class for it loads a cryptography library of the system, which takes longer than
/// half of a worker's start; the system's own source of random bytes is behind new GUIDs as well.
/// </summary>
internal static class Secrets
{
    /// <summary>Random bytes of the quality of the system's cryptographic source.</summary>
    public static byte[] NewBytes(int count)
    {
        var bytes = new byte[count];
        Span<byte> part = stackalloc byte[16];
        for (var done = 0; done < count;)
        {
            Guid.NewGuid().TryWriteBytes(part);
            // Bytes 6 to 8 hold the version and the variant, which are always the same.
            part[9..].CopyTo(part[6..]);
            var take = Math.Min(13, count - done);
            part[..take].CopyTo(bytes.AsSpan(done));
            done += take;
        }
        return bytes;
    }

    /// <summary>Compares in a time that does not tell where the difference is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != right.Length)
            return false;
        var difference = 0;
        for (var i = 0; i < left.Length; i++)
            difference |= left[i] ^ right[i];
        return difference == 0;
    }
}
