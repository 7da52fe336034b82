// Volatile stores of what was read a step before: two flows store, and one of them loses what the other stored.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace TwoWhoStore;

public sealed class TramCounter
{
    private volatile int _aboard;
    private long _passed;

    public int Aboard => _aboard;

    public long Passed => Volatile.Read(ref _passed);

    public void Board(int people)
    {
        var before = _aboard;
        _aboard = before + people; // expect: NON_ATOMIC
    }

    public void Leave(int people)
    {
        var before = _aboard;
        var after = Math.Max(0, before - people);
        _aboard = after; // expect: NON_ATOMIC
    }

    public void Pass()
    {
        var passed = Volatile.Read(ref _passed);
        Volatile.Write(ref _passed, passed + 1); // expect: NON_ATOMIC
    }
}

public static class TramLine
{
    public static int Drive(Func<int> front, Func<int> back, int stops)
    {
        var counter = new TramCounter();
        var doors = Task.Run(() =>
        {
            for (var stop = 0; stop < stops; stop++)
            {
                counter.Leave(back());
                counter.Pass();
            }
        });
        for (var stop = 0; stop < stops; stop++)
        {
            counter.Board(front());
            counter.Pass();
        }
        doors.Wait();
        return counter.Aboard;
    }
}
