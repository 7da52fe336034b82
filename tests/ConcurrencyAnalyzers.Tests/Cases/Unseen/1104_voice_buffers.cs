using System.Collections.Concurrent;

namespace Cases.L1104;

public sealed class VoiceFrame(int samples)
{
    public short[] Samples { get; } = new short[samples];
    public int Length { get; set; }
}

public sealed class VoiceFrames
{
    private readonly ConcurrentStack<VoiceFrame> _idle = new();
    private readonly ConcurrentDictionary<string, int> _rents = new();
    private readonly int _samples;
    private readonly int _keep;
    private int _kept;

    public VoiceFrames(int samples, int keep)
    {
        _samples = samples;
        _keep = keep;
    }

    public VoiceFrame Rent(string channel)
    {
        _rents.AddOrUpdate(channel, 1, static (_, n) => n + 1);
        if (_idle.TryPop(out VoiceFrame? frame))
        {
            Interlocked.Decrement(ref _kept);
            frame.Length = 0;
            return frame;
        }
        return new VoiceFrame(_samples);
    }

    public void Return(VoiceFrame frame)
    {
        if (Interlocked.Increment(ref _kept) <= _keep)
        {
            _idle.Push(frame);
        }
        else
        {
            Interlocked.Decrement(ref _kept);
        }
    }

    public int RentsOf(string channel) => _rents.GetValueOrDefault(channel);
}

public static class Program
{
    public static void Main()
    {
        var frames = new VoiceFrames(480, 8);
        Parallel.For(0, 300, packet =>
        {
            VoiceFrame frame = frames.Rent(packet % 3 == 0 ? "lobby" : "squad");
            for (int s = 0; s < 480; s++)
            {
                frame.Samples[frame.Length++] = (short)(packet * s);
            }
            frames.Return(frame);
        });
        Console.WriteLine($"{frames.RentsOf("lobby")} {frames.RentsOf("squad")}");
    }
}
