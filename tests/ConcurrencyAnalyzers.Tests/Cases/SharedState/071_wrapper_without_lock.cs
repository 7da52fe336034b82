// The helper looks like a guard, but it only measures time.
using System.Diagnostics;

namespace Cases.S071;

public sealed class Thermostat
{
    private int _target = 20;

    public void Warmer() => Timed(() =>
    {
        _target++; // expect: RACE
    });

    public int Fight(int family)
    {
        var people = Enumerable.Range(0, family).Select(_ => new Thread(Warmer)).ToList();
        people.ForEach(p => p.Start());
        people.ForEach(p => p.Join());
        return _target;
    }

    private static void Timed(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        Console.WriteLine(watch.Elapsed);
    }
}
