using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace WaitThatGaveUp;

public sealed class Scale
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(15);
    private readonly SemaphoreSlim _plate = new(1, 1);
    private readonly List<int> _slips = new();

    public async Task WeighAsync(int wagon)
    {
        await _plate.WaitAsync(s_patience);
        try
        {
            await Task.Delay(20);
            _slips.Add(wagon); // expect: RACE
        }
        finally
        {
            _plate.Release();
        }
    }

    public async Task NoteAsync(int wagon, CancellationToken token)
    {
        _ = await _plate.WaitAsync(100, token).ConfigureAwait(false);
        _slips.Add(wagon); // expect: RACE
        _plate.Release();
    }
}

public sealed class Till
{
    private readonly object _gate = new();
    private readonly Mutex _mutex = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<int> _coins = new();
    private readonly List<int> _notes = new();
    private readonly List<int> _bills = new();

    public void Pay(int coin)
    {
        Monitor.TryEnter(_gate, 50);
        _coins.Add(coin); // expect: RACE
        Monitor.Exit(_gate);
    }

    public void PayNote(int note)
    {
        _mutex.WaitOne(50);
        _notes.Add(note); // expect: RACE
        _mutex.ReleaseMutex();
    }

    public void PayBill(int bill)
    {
        _turn.Wait(50);
        _bills.Add(bill); // expect: RACE
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
            all.Add(Task.Run(() =>
            {
                till.Pay(wagon);
                till.PayNote(wagon);
                till.PayBill(wagon);
            }));
        }

        await Task.WhenAll(all);
    }
}
