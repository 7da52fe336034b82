// The reader adds bytes with Interlocked, and the timer takes and clears the count in one Exchange. difficulty: medium
namespace Cases.U762;

public sealed class BandwidthMeter : IAsyncDisposable
{
    private readonly Timer _timer;
    private readonly double _seconds;
    private long _bytes;
    private long _total;
    private double _rate;

    public BandwidthMeter(TimeSpan period)
    {
        _seconds = period.TotalSeconds;
        _timer = new Timer(static meter => ((BandwidthMeter)meter!).Sample(), this, period, period);
    }

    public double BytesPerSecond => Volatile.Read(ref _rate);

    public long Total => Interlocked.Read(ref _total);

    public void Add(int count)
    {
        Interlocked.Add(ref _bytes, count);
        Interlocked.Add(ref _total, count);
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Sample()
    {
        long bytes = Interlocked.Exchange(ref _bytes, 0);
        Volatile.Write(ref _rate, bytes / _seconds);
    }
}

public static class MeteredCopy
{
    public static async Task<long> CopyAsync(Stream source, Stream target, BandwidthMeter meter)
    {
        var buffer = new byte[8192];
        long copied = 0;
        int read;
        while ((read = await source.ReadAsync(buffer)) > 0)
        {
            await target.WriteAsync(buffer.AsMemory(0, read));
            meter.Add(read);
            copied += read;
        }
        return copied;
    }
}
