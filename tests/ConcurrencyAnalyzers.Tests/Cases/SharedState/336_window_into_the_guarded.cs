// What leaves the lock is a window into the guarded memory, not a copy.
using System.Runtime.InteropServices;

namespace Cases.S336;

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
            foreach (var peak in _peaks)
                loudest = Math.Max(loudest, peak);
            return loudest;
        }
    }

    public ReadOnlySpan<float> Recent()
    {
        lock (_gate)
        {
            return CollectionsMarshal.AsSpan(_peaks); // expect: ESCAPES_LOCK
        }
    }
}

public sealed class Receiver
{
    private readonly object _gate = new();
    private readonly byte[] _buffer = new byte[4096];
    private int _length;

    public void Append(byte[] block)
    {
        lock (_gate)
        {
            for (var i = 0; i < block.Length; i++)
                _buffer[_length + i] = block[i];
            _length += block.Length;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            Array.Clear(_buffer);
            _length = 0;
        }
    }

    public ReadOnlyMemory<byte> Received
    {
        get
        {
            lock (_gate)
                return _buffer.AsMemory(0, _length); // expect: ESCAPES_LOCK
        }
    }

    public ReadOnlySpan<byte> Head()
    {
        lock (_gate)
            return new ReadOnlySpan<byte>(_buffer, 0, 16); // expect: ESCAPES_LOCK
    }

    public ArraySegment<byte> Segment()
    {
        lock (_gate)
            return new ArraySegment<byte>(_buffer, 0, _length); // expect: ESCAPES_LOCK
    }
}

public sealed class Scores
{
    private readonly object _gate = new();
    private readonly int[] _scores = new int[16];
    private readonly Dictionary<string, int> _byName = new();

    public void Add(int player, int points)
    {
        lock (_gate)
            _scores[player] += points;
    }

    public ref int Of(int player)
    {
        lock (_gate)
            return ref _scores[player]; // expect: ESCAPES_LOCK
    }

    public void Name(string name, int points)
    {
        lock (_gate)
            _byName[name] = points;
    }

    public void Forget(string name)
    {
        lock (_gate)
            _byName.Remove(name);
    }

    public ref int OfName(string name)
    {
        lock (_gate)
            return ref CollectionsMarshal.GetValueRefOrAddDefault(_byName, name, out _); // expect: ESCAPES_LOCK
    }
}
