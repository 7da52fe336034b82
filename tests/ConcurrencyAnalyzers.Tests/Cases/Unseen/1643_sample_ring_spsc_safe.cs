// One thread captures samples into a ring, one thread encodes them; neither waits for a lock. difficulty: hard
namespace Cases.U1643;

public sealed class SampleRing
{
    private readonly float[] _slots;
    private readonly int _mask;
    private int _head;
    private int _tail;

    public SampleRing(int powerOfTwo)
    {
        _slots = new float[powerOfTwo];
        _mask = powerOfTwo - 1;
    }

    public bool TryWrite(float sample)
    {
        int tail = _tail;
        if (tail - Volatile.Read(ref _head) == _slots.Length)
        {
            return false;
        }
        _slots[tail & _mask] = sample;
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }

    public bool TryRead(out float sample)
    {
        int head = _head;
        if (head == Volatile.Read(ref _tail))
        {
            sample = 0;
            return false;
        }
        sample = _slots[head & _mask];
        Volatile.Write(ref _head, head + 1);
        return true;
    }
}

public sealed class Recording(int samples)
{
    private readonly SampleRing _ring = new(256);
    private int _dropped;
    private double _energy;

    public (int Dropped, double Energy) Run()
    {
        var encoder = new Thread(Encode);
        encoder.Start();
        Capture();
        encoder.Join();
        return (_dropped, _energy);
    }

    private void Capture()
    {
        for (int i = 0; i < samples; i++)
        {
            float sample = MathF.Sin(i * 0.01f);
            while (!_ring.TryWrite(sample))
            {
                _dropped++;
                Thread.Yield();
            }
        }
        while (!_ring.TryWrite(float.NaN))
        {
            Thread.Yield();
        }
    }

    private void Encode()
    {
        while (true)
        {
            if (!_ring.TryRead(out float sample))
            {
                Thread.Yield();
            }
            else if (float.IsNaN(sample))
            {
                return;
            }
            else
            {
                _energy += sample * sample;
            }
        }
    }
}

static class Program
{
    static void Main() => Console.WriteLine(new Recording(100_000).Run());
}
