using System;
using System.Linq;
using System.Threading;

namespace Blind.C1165;

/// Extreme pressures in the pipe of a hydro plant, fed by one thread for each transducer.
public sealed class PressureExtremes
{
    private long _highest = long.MinValue;
    private long _lowest = long.MaxValue;
    private long _samples;

    public void Sample(long millibar)
    {
        Interlocked.Increment(ref _samples);

        if (millibar > Interlocked.Read(ref _highest)) // expect: NON_ATOMIC#1
            Interlocked.Exchange(ref _highest, millibar); // expect: NON_ATOMIC#1

        var lowest = Interlocked.Read(ref _lowest);
        while (millibar < lowest)
        {
            var seen = Interlocked.CompareExchange(ref _lowest, millibar, lowest);
            if (seen == lowest)
                break;
            lowest = seen;
        }
    }

    public override string ToString()
        => $"{Interlocked.Read(ref _lowest)}..{Interlocked.Read(ref _highest)} mbar in {Interlocked.Read(ref _samples)} samples";
}

public static class Program
{
    public static void Main()
    {
        var extremes = new PressureExtremes();
        var transducers = Enumerable.Range(0, 6).Select(n => new Thread(() =>
        {
            var random = new Random(n);
            for (var i = 0; i < 100_000; i++)
                extremes.Sample(9_000 + random.Next(-800, 1200));
        })).ToList();
        transducers.ForEach(t => t.Start());
        transducers.ForEach(t => t.Join());
        Console.WriteLine(extremes);
    }
}
