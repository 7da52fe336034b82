// An acquisition thread fills frames; the display takes the latest finished one and gives it back.
using System.Collections.Concurrent;

namespace Cases.U1613;

public sealed class SoundFrame(int samples)
{
    private readonly short[] _samples = new short[samples];

    public void Fill(int seed)
    {
        for (int i = 0; i < _samples.Length; i++)
        {
            _samples[i] = (short)(seed + i);
        }
    }

    public int Sum()
    {
        int sum = 0;
        foreach (short sample in _samples)
        {
            sum += sample;
        }
        return sum;
    }
}

public sealed class FrameExchange(int samples)
{
    private readonly ConcurrentBag<SoundFrame> _idle = [];
    private SoundFrame? _ready;

    public SoundFrame? TakeReady() => Interlocked.Exchange(ref _ready, null);

    public void GiveBack(SoundFrame frame) => _idle.Add(frame);

    public void Acquire(int seed)
    {
        if (!_idle.TryTake(out var frame))
        {
            frame = new SoundFrame(samples);
        }
        frame.Fill(seed);
        if (Interlocked.Exchange(ref _ready, frame) is { } unseen)
        {
            _idle.Add(unseen);
        }
    }
}

public static class SonogramConsole
{
    public static int Watch(int frames)
    {
        var exchange = new FrameExchange(4096);
        var acquisition = new Thread(() =>
        {
            for (int i = 0; i < frames; i++)
            {
                exchange.Acquire(i);
            }
        });
        acquisition.Start();
        int loudest = 0;
        while (acquisition.IsAlive)
        {
            if (exchange.TakeReady() is { } frame)
            {
                loudest = Math.Max(loudest, frame.Sum());
                exchange.GiveBack(frame);
            }
        }
        acquisition.Join();
        return loudest;
    }
}
