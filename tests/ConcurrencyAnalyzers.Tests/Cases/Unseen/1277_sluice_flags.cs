using System;
using System.Threading;

namespace Canals.Sluices;

[Flags]
public enum SluiceState
{
    Idle = 0,
    UpperOpen = 1,
    LowerOpen = 2,
    Filling = 4,
    Blocked = 8,
}

internal static class FlagWord
{
    public static void Raise(ref int word, SluiceState state)
    {
        Volatile.Write(ref word, Volatile.Read(ref word) | (int)state); // expect: NON_ATOMIC
    }

    public static void Drop(ref int word, SluiceState state)
    {
        Volatile.Write(ref word, Volatile.Read(ref word) & ~(int)state); // expect: NON_ATOMIC
    }

    public static SluiceState Read(ref int word) => (SluiceState)Volatile.Read(ref word);
}

public sealed class SluiceGate
{
    private int _word;

    public bool MayEnter => (FlagWord.Read(ref _word) & (SluiceState.LowerOpen | SluiceState.Blocked)) == SluiceState.LowerOpen;

    public void WatchBarrier(Func<bool> blocked, CancellationToken stop)
    {
        while (!stop.WaitHandle.WaitOne(100))
        {
            if (blocked())
            {
                FlagWord.Raise(ref _word, SluiceState.Blocked); // expect: NON_ATOMIC?
            }
            else
            {
                FlagWord.Drop(ref _word, SluiceState.Blocked); // expect: NON_ATOMIC?
            }
        }
    }

    public void Operate(Func<SluiceState> order, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var next = order();
            FlagWord.Drop(ref _word, SluiceState.UpperOpen | SluiceState.LowerOpen | SluiceState.Filling); // expect: NON_ATOMIC?
            FlagWord.Raise(ref _word, next); // expect: NON_ATOMIC?
        }
    }
}

public static class LockKeeper
{
    public static void Work(SluiceGate gate, Func<bool> blocked, Func<SluiceState> order, CancellationToken stop)
    {
        var watch = new Thread(() => gate.WatchBarrier(blocked, stop));
        watch.Start();
        gate.Operate(order, stop);
        watch.Join();
    }
}
