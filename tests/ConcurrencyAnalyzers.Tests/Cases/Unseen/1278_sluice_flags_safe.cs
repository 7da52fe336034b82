using System;
using System.Threading;

namespace Canals.Weirs;

[Flags]
public enum WeirState
{
    Idle = 0,
    Raised = 1,
    Lowered = 2,
    Flushing = 4,
    Jammed = 8,
}

internal static class StateWord
{
    public static void Change(ref int word, WeirState drop, WeirState raise)
    {
        var seen = Volatile.Read(ref word);
        while (true)
        {
            var wanted = (seen & ~(int)drop) | (int)raise;
            var found = Interlocked.CompareExchange(ref word, wanted, seen);
            if (found == seen)
            {
                return;
            }
            seen = found;
        }
    }

    public static WeirState Read(ref int word) => (WeirState)Volatile.Read(ref word);
}

public sealed class WeirGate
{
    private int _word;

    public bool MayPass
    {
        get
        {
            var state = StateWord.Read(ref _word);
            return state.HasFlag(WeirState.Lowered) && !state.HasFlag(WeirState.Jammed);
        }
    }

    public void WatchDebris(Func<bool> jammed, CancellationToken stop)
    {
        while (!stop.WaitHandle.WaitOne(100))
        {
            StateWord.Change(ref _word, WeirState.Jammed, jammed() ? WeirState.Jammed : WeirState.Idle);
        }
    }

    public void Operate(Func<WeirState> order, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var next = order();
            StateWord.Change(ref _word, WeirState.Raised | WeirState.Lowered | WeirState.Flushing, next);
        }
    }
}

public static class WeirKeeper
{
    public static void Work(WeirGate gate, Func<bool> jammed, Func<WeirState> order, CancellationToken stop)
    {
        var watch = new Thread(() => gate.WatchDebris(jammed, stop));
        watch.Start();
        gate.Operate(order, stop);
        watch.Join();
    }
}
