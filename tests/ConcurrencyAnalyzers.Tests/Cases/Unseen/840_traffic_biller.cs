// Read and reset are two Interlocked calls; bytes added between them are wiped and never billed. difficulty: hard
namespace Cases.U840;

public sealed class TrafficBiller : IAsyncDisposable
{
    private readonly Func<long, Task> _bill;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private long _pending;

    public TrafficBiller(Func<long, Task> bill, TimeSpan period)
    {
        _bill = bill;
        _loop = Task.Run(() => BillLoopAsync(period));
    }

    public void OnTransferred(int bytes) => Interlocked.Add(ref _pending, bytes);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task BillLoopAsync(TimeSpan period)
    {
        using var timer = new PeriodicTimer(period);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false))
            {
                await BillPendingAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            await BillPendingAsync().ConfigureAwait(false);
        }
    }

    private async Task BillPendingAsync()
    {
        var bytes = Interlocked.Read(ref _pending); // expect: NON_ATOMIC#1
        if (bytes > 0) // expect: NON_ATOMIC?
        {
            Interlocked.Exchange(ref _pending, 0); // expect: NON_ATOMIC#1, RACE?, CHECK_THEN_ACT?
            await _bill(bytes).ConfigureAwait(false);
        }
    }
}
