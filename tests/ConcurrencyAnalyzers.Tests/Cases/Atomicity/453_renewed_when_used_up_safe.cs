using System.Threading;
using System.Threading.Tasks;

namespace RenewedWhenUsedUpSafe;

public sealed class ByCompareExchange
{
    private TaskCompletionSource<bool> _green = new();

    public Task<bool> Green => Volatile.Read(ref _green).Task;

    public void Show() => Volatile.Read(ref _green).TrySetResult(true);

    public void Hide()
    {
        var seen = Volatile.Read(ref _green);
        if (seen.Task.IsCompleted)
            Interlocked.CompareExchange(ref _green, new TaskCompletionSource<bool>(), seen);
    }
}

public sealed class UnderTheLock
{
    private readonly Lock _gate = new();
    private CancellationTokenSource _stop = new();

    public CancellationToken Token
    {
        get
        {
            lock (_gate)
                return _stop.Token;
        }
    }

    public void Stop()
    {
        lock (_gate)
            _stop.Cancel();
    }

    public void Again()
    {
        lock (_gate)
        {
            if (_stop.IsCancellationRequested)
                _stop = new CancellationTokenSource();
        }
    }
}

// One loop renews it; the others only wait.
public sealed class ByOneThread
{
    private volatile TaskCompletionSource _tick = new();

    public Task Tick => _tick.Task;

    public async Task RunAsync(int turns)
    {
        for (var i = 0; i < turns; i++)
        {
            if (_tick.Task.IsCompleted)
                _tick = new TaskCompletionSource();
            await Task.Delay(10);
            _tick.TrySetResult();
        }
    }
}

// What is read from the old one does not decide what comes in its place.
public sealed class Reloaded
{
    private volatile string _text = "";

    public string Text => _text;

    public void Load(string text)
    {
        if (_text.Length != text.Length)
            _text = text;
    }
}

public static class Drills
{
    public static void Run(ByCompareExchange light, UnderTheLock stops, Reloaded text) => Parallel.For(0, 100, round =>
    {
        light.Hide();
        light.Show();
        stops.Again();
        stops.Stop();
        text.Load(round.ToString());
    });
}
