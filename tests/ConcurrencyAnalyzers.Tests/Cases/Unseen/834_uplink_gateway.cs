// The timer lambda reads and resets the byte counter without the lock that OnFrame and Describe hold. difficulty: medium
namespace Cases.U834;

public sealed class UplinkGateway : IAsyncDisposable
{
    private const int WindowSeconds = 5;
    private readonly object _sync = new();
    private readonly Timer _window;
    private long _bytes;
    private int _frames;
    private double _rate;

    public UplinkGateway()
    {
        _window = new Timer(_ =>
        {
            _rate = _bytes / (double)WindowSeconds; // expect: INCONSISTENT_LOCK#1, RACE?
            _bytes = 0; // expect: INCONSISTENT_LOCK#1, RACE?
        }, null, WindowSeconds * 1000, WindowSeconds * 1000);
    }

    public void OnFrame(ReadOnlySpan<byte> frame)
    {
        lock (_sync)
        {
            _bytes += frame.Length;
            _frames++;
        }
    }

    public string Describe()
    {
        lock (_sync)
        {
            return $"{_frames} frames, {_rate:F1} B/s, {_bytes} bytes in window";
        }
    }

    public ValueTask DisposeAsync() => _window.DisposeAsync();
}
