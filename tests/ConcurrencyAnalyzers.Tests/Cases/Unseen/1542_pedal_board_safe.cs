// Sends the tracks of a song through a board of effect pedals; the tracks are independent and are processed in parallel. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1542;

public interface IPedal
{
    double Next(double sample);
}

public sealed class GainPedal(double gain) : IPedal
{
    public double Next(double sample) => Math.Clamp(sample * gain, -1, 1);
}

public sealed class EchoPedal(double decay) : IPedal
{
    private double _tail;

    public double Next(double sample)
    {
        _tail = sample + decay * _tail;
        return _tail;
    }
}

public sealed class PedalBoard
{
    private readonly List<Func<IPedal>> _pedals = [];

    public PedalBoard Plug(Func<IPedal> make)
    {
        _pedals.Add(make);
        return this;
    }

    public double[][] Play(IReadOnlyList<double[]> tracks)
    {
        var played = new double[tracks.Count][];
        Parallel.For(0, tracks.Count, i => played[i] = PlayTrack(tracks[i]));
        return played;
    }

    private double[] PlayTrack(double[] track)
    {
        var chain = _pedals.Select(make => make()).ToArray();
        return track.Select(sample => chain.Aggregate(sample, (value, pedal) => pedal.Next(value))).ToArray();
    }
}

public static class SongMix
{
    public static double[][] Mix(IReadOnlyList<double[]> tracks) =>
        new PedalBoard().Plug(() => new GainPedal(1.4)).Plug(() => new EchoPedal(0.3)).Play(tracks);
}
