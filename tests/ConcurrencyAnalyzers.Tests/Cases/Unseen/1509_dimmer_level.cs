// The level of a stage dimmer is moved by the faders of two consoles, each on a thread of its own, and kept between 0 and 255. difficulty: medium
using System;
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1509;

public sealed class StageDimmer
{
    private volatile int _level;

    public int Level => _level;

    public void Move(int step) => Shift(level => level + step);

    public void Halve() => Shift(level => level / 2);

    private void Shift(Func<int, int> change)
    {
        _level = Math.Clamp(change(_level), 0, 255); // expect: NON_ATOMIC, RACE?
    }
}

public static class LightingConsole
{
    public static int Play(IReadOnlyList<int> mainFader, IReadOnlyList<int> backupFader)
    {
        var dimmer = new StageDimmer();
        var main = new Thread(() => Drive(dimmer, mainFader));
        var backup = new Thread(() => Drive(dimmer, backupFader));
        main.Start();
        backup.Start();
        main.Join();
        backup.Join();
        return dimmer.Level;
    }

    private static void Drive(StageDimmer dimmer, IReadOnlyList<int> moves)
    {
        foreach (int move in moves)
        {
            if (move == 0)
            {
                dimmer.Halve();
            }
            else
            {
                dimmer.Move(move);
            }
        }
    }
}
