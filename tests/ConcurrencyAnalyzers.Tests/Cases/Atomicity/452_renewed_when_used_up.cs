using System.Threading;
using System.Threading.Tasks;

namespace RenewedWhenUsedUp;

public sealed class Light
{
    private volatile TaskCompletionSource<bool> _green = new();

    public Task<bool> Green => _green.Task;

    public void Show() => _green.TrySetResult(true);

    public void Hide()
    {
        if (_green.Task.IsCompleted) // expect: NON_ATOMIC#1
            _green = new TaskCompletionSource<bool>(); // expect: NON_ATOMIC#1
    }
}

public sealed class Stops
{
    private volatile CancellationTokenSource _stop = new();

    public CancellationToken Token => _stop.Token;

    public void Stop() => _stop.Cancel();

    public void Again()
    {
        var seen = _stop;
        if (!seen.IsCancellationRequested) // expect: NON_ATOMIC#2
            return;
        var fresh = new CancellationTokenSource();
        _stop = fresh; // expect: NON_ATOMIC#2
    }
}

public sealed class Doors
{
    private ManualResetEventSlim _open = new();

    public void Pass() => Volatile.Read(ref _open).Wait();

    public void Open() => Volatile.Read(ref _open).Set();

    public void Renew()
    {
        if (Volatile.Read(ref _open).IsSet) // expect: NON_ATOMIC#3
            Volatile.Write(ref _open, new ManualResetEventSlim()); // expect: NON_ATOMIC#3
    }
}

public static class Drills
{
    public static void Run(Light light, Stops stops, Doors doors) => Parallel.For(0, 100, round =>
    {
        light.Hide();
        light.Show();
        stops.Again();
        stops.Stop();
        doors.Renew();
        doors.Open();
    });
}
