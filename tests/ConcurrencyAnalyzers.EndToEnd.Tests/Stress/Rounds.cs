using System.Diagnostics;

namespace Stress;

public static class Rounds
{
    public static int AtMost { get; set; }

    /// <summary>Plays rounds until one breaks the invariant, all are played or time is up: 0 when none did, 1 when one did.</summary>
    public static int Play(Func<bool> round)
    {
        var clock = Stopwatch.StartNew();
        var played = 0;
        while (played < AtMost && clock.Elapsed < TimeSpan.FromSeconds(40))
        {
            played++;
            if (!round())
            {
                Console.WriteLine($"broken in round {played}");
                return 1;
            }
        }

        Console.WriteLine($"held for {played} rounds");
        return 0;
    }
}

/// <summary>Lets another thread run in the middle of a step, now and then or always, as a busy machine does.</summary>
public static class Window
{
    public static T Open<T>(T value)
    {
        if (Random.Shared.Next(5_000) == 0)
            Thread.Yield();
        return value;
    }

    public static T OpenWide<T>(T value)
    {
        Thread.SpinWait(500);
        Thread.Yield();
        return value;
    }
}

/// <summary>The usual order of numbers, now and then with a pause.</summary>
public sealed class UsualOrder : IComparer<int>
{
    public int Compare(int x, int y) => Window.Open(x).CompareTo(y);
}
