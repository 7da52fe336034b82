using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PLagoonPuntsSafe;

public sealed class PuntEventArgs : EventArgs
{
    public PuntEventArgs(int minutes) => Minutes = minutes;

    public int Minutes { get; }
}

public sealed class Slipway
{
    public event EventHandler<PuntEventArgs>? Launched;

    public void Launch(int minutes) => Launched?.Invoke(this, new PuntEventArgs(minutes));
}

public sealed class LagoonBoard
{
    private int _afloat;
    private int _peak;

    public LagoonBoard(Slipway slipway) => slipway.Launched += OnLaunched;

    public int Afloat => Volatile.Read(ref _afloat);

    public int Peak => Volatile.Read(ref _peak);

    private async void OnLaunched(object? sender, PuntEventArgs e)
    {
        var now = Interlocked.Increment(ref _afloat);
        int peak;
        while ((peak = Volatile.Read(ref _peak)) < now)
        {
            Interlocked.CompareExchange(ref _peak, now, peak);
        }
        await Task.Delay(e.Minutes).ConfigureAwait(false);
        Interlocked.Decrement(ref _afloat);
    }
}

public static class LagoonDay
{
    public static async Task<(int Peak, int Left)> RunAsync(int jetties, int punts)
    {
        var slipway = new Slipway();
        var board = new LagoonBoard(slipway);
        var crews = new List<Task>();
        for (int j = 0; j < jetties; j++)
        {
            crews.Add(Task.Run(() =>
            {
                for (int p = 0; p < punts; p++)
                {
                    slipway.Launch(1 + p % 10);
                }
            }));
        }
        await Task.WhenAll(crews);
        await Task.Delay(200);
        return (board.Peak, board.Afloat);
    }
}
