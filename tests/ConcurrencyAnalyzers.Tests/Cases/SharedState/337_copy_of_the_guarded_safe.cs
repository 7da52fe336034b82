// The nearest safe twins: copies leave the lock, or the window is used inside of it.
using System.Runtime.InteropServices;

namespace Cases.S337;

public sealed class PeakMeter(int window)
{
    private readonly Lock _gate = new();
    private readonly List<float> _peaks = new();

    public void Push(float peak)
    {
        lock (_gate)
        {
            _peaks.Add(peak);
            if (_peaks.Count > window)
                _peaks.RemoveRange(0, _peaks.Count - window);
        }
    }

    public float Loudest()
    {
        lock (_gate)
        {
            float loudest = 0;
            foreach (var peak in CollectionsMarshal.AsSpan(_peaks))
                loudest = Math.Max(loudest, peak);
            return loudest;
        }
    }

    public ReadOnlySpan<float> Recent()
    {
        lock (_gate)
            return CollectionsMarshal.AsSpan(_peaks).ToArray();
    }

    public List<float> First(int count)
    {
        lock (_gate)
            return _peaks.GetRange(0, count);
    }
}

public sealed class Receiver
{
    private readonly object _gate = new();
    private readonly byte[] _buffer = new byte[4096];
    private int _length;

    public void Append(ReadOnlySpan<byte> block)
    {
        lock (_gate)
        {
            block.CopyTo(_buffer.AsSpan(_length));
            _length += block.Length;
        }
    }

    public ReadOnlyMemory<byte> Received
    {
        get
        {
            lock (_gate)
                return _buffer.AsMemory(0, _length).ToArray();
        }
    }

    public byte[] Head()
    {
        lock (_gate)
            return _buffer[..16];
    }

    public ReadOnlySpan<byte> Tail()
    {
        lock (_gate)
            return _buffer[^16..].AsSpan();
    }

    public byte First()
    {
        lock (_gate)
            return _buffer.AsSpan()[0];
    }

    public int Read(Span<byte> target)
    {
        lock (_gate)
        {
            _buffer.AsSpan(0, _length).CopyTo(target);
            return _length;
        }
    }
}

public sealed class Scores
{
    private readonly object _gate = new();
    private readonly int[] _scores = new int[16];

    public void Add(int player, int points)
    {
        lock (_gate)
            _scores[player] += points;
    }

    public int Of(int player)
    {
        lock (_gate)
        {
            ref var score = ref _scores[player];
            return score;
        }
    }
}
