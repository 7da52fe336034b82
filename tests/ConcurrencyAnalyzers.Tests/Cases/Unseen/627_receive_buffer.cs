// Bytes and length belong together; Compact swaps the array under the lock but stores the length after releasing it. difficulty: medium
namespace Cases.U627;

public sealed class ReceiveBuffer
{
    private const int MinimumSize = 256;
    private readonly object _sync = new();
    private byte[] _bytes = new byte[MinimumSize];
    private int _length;

    public void Append(ReadOnlySpan<byte> data)
    {
        lock (_sync)
        {
            if (_length + data.Length > _bytes.Length)
            {
                Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + data.Length));
            }
            data.CopyTo(_bytes.AsSpan(_length));
            _length += data.Length;
        }
    }

    public byte[] Take()
    {
        lock (_sync)
        {
            var taken = _bytes.AsSpan(0, _length).ToArray();
            _length = 0;
            return taken;
        }
    }

    public void Compact(int keep)
    {
        int kept;
        lock (_sync)
        {
            kept = Math.Min(keep, _length);
            var compacted = new byte[Math.Max(kept, MinimumSize)];
            Array.Copy(_bytes, _length - kept, compacted, 0, kept);
            _bytes = compacted;
        }
        _length = kept; // expect: INCONSISTENT_LOCK, RACE?
    }
}
