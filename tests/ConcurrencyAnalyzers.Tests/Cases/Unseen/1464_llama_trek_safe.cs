// The collars of a llama caravan report heights; the trek keeps the highest and the lowest point. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1464;

public sealed class TrekProfile
{
    private double _highest = double.MinValue;
    private double _lowest = double.MaxValue;
    private int _readings;

    public double Highest => Volatile.Read(ref _highest);

    public double Lowest => Volatile.Read(ref _lowest);

    public int Readings => Volatile.Read(ref _readings);

    public void Report(double metres)
    {
        Interlocked.Increment(ref _readings);
        Replace(ref _highest, metres, static (known, height) => height > known);
        Replace(ref _lowest, metres, static (known, height) => height < known);
    }

    private static void Replace(ref double target, double metres, Func<double, double, bool> better)
    {
        double known = Volatile.Read(ref target);
        while (better(known, metres))
        {
            double seen = Interlocked.CompareExchange(ref target, metres, known);
            if (seen == known)
            {
                return;
            }
            known = seen;
        }
    }
}

public sealed class LlamaCollar
{
    private readonly Func<IEnumerable<double>> _heights;
    private readonly TrekProfile _profile;
    private readonly Thread _thread;

    public LlamaCollar(Func<IEnumerable<double>> heights, TrekProfile profile)
    {
        _heights = heights;
        _profile = profile;
        _thread = new Thread(Transmit);
    }

    public void TurnOn() => _thread.Start();

    public void WaitForEnd() => _thread.Join();

    private void Transmit()
    {
        foreach (double metres in _heights())
        {
            _profile.Report(metres);
        }
    }
}

public static class LlamaTrek
{
    public static string Walk(params Func<IEnumerable<double>>[] collars)
    {
        var profile = new TrekProfile();
        var herd = collars.Select(heights => new LlamaCollar(heights, profile)).ToList();
        herd.ForEach(collar => collar.TurnOn());
        herd.ForEach(collar => collar.WaitForEnd());
        return $"{profile.Readings} readings from {profile.Lowest:f1} to {profile.Highest:f1}";
    }
}
