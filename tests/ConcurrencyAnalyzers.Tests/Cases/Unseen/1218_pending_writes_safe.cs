namespace Blind.C1218;

public sealed class DiskStats
{
    public long Pending;
    public int Peak;
    public double TotalSeconds;
}

public interface IVolume
{
    Task WriteAsync(ReadOnlyMemory<byte> block);
}

public sealed class BlockWriter
{
    private readonly DiskStats _stats = new();
    private readonly IVolume _volume;

    public BlockWriter(IVolume volume)
    {
        _volume = volume;
    }

    public async Task<double> WriteAllAsync(IEnumerable<byte[]> blocks)
    {
        await Task.WhenAll(blocks.Select(b => Task.Run(() => WriteAsync(b))));
        return _stats.TotalSeconds / Math.Max(1, _stats.Peak);
    }

    private async Task WriteAsync(byte[] block)
    {
        var started = Environment.TickCount64;
        var pending = Interlocked.Add(ref _stats.Pending, block.Length);
        RaisePeak((int)Math.Min(pending, int.MaxValue));
        try
        {
            await _volume.WriteAsync(block);
        }
        finally
        {
            Interlocked.Add(ref _stats.Pending, -block.Length);
            AddSeconds((Environment.TickCount64 - started) / 1000.0);
        }
    }

    private void RaisePeak(int value)
    {
        var peak = Volatile.Read(ref _stats.Peak);
        while (value > peak)
        {
            var seen = Interlocked.CompareExchange(ref _stats.Peak, value, peak);
            if (seen == peak)
            {
                return;
            }

            peak = seen;
        }
    }

    private void AddSeconds(double seconds)
    {
        double old;
        do
        {
            old = Volatile.Read(ref _stats.TotalSeconds);
        }
        while (Interlocked.CompareExchange(ref _stats.TotalSeconds, old + seconds, old) != old);
    }
}
