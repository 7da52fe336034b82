using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace WaitThatGaveUpSafe;

public sealed class Scale
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(15);
    private readonly SemaphoreSlim _plate = new(1, 1);
    private readonly List<int> _slips = new();

    public async Task WeighAsync(int wagon)
    {
        if (!await _plate.WaitAsync(s_patience))
            throw new TimeoutException();
        try
        {
            await Task.Delay(20);
            _slips.Add(wagon);
        }
        finally
        {
            _plate.Release();
        }
    }

    public async Task NoteAsync(int wagon, CancellationToken token)
    {
        var isMine = await _plate.WaitAsync(100, token).ConfigureAwait(false);
        if (!isMine)
            return;
        _slips.Add(wagon);
        _plate.Release();
    }

    // Without an end there is nothing to ask.
    public async Task ForceAsync(int wagon)
    {
        await _plate.WaitAsync(Timeout.Infinite);
        _slips.Add(wagon);
        _plate.Release();
    }

    public async Task InsistAsync(int wagon, CancellationToken token)
    {
        await _plate.WaitAsync(Timeout.InfiniteTimeSpan, token);
        _slips.Add(wagon);
        _plate.Release();
    }
}

public sealed class Till
{
    private readonly object _gate = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<int> _coins = new();
    private readonly List<int> _bills = new();

    public void Pay(int coin)
    {
        if (!Monitor.TryEnter(_gate, 50))
            return;
        _coins.Add(coin);
        Monitor.Exit(_gate);
    }

    public void PayBill(int bill)
    {
        _turn.Wait(Timeout.Infinite);
        _bills.Add(bill);
        _turn.Release();
    }
}

public static class Train
{
    public static async Task RunAsync(Scale scale, Till till, int wagons)
    {
        var all = new List<Task>();
        for (var i = 0; i < wagons; i++)
        {
            var wagon = i;
            all.Add(Task.Run(() => scale.WeighAsync(wagon)));
            all.Add(Task.Run(() => scale.NoteAsync(wagon, CancellationToken.None)));
            all.Add(Task.Run(() => scale.ForceAsync(wagon)));
            all.Add(Task.Run(() => scale.InsistAsync(wagon, CancellationToken.None)));
            all.Add(Task.Run(() =>
            {
                till.Pay(wagon);
                till.PayBill(wagon);
            }));
        }

        await Task.WhenAll(all);
    }
}
