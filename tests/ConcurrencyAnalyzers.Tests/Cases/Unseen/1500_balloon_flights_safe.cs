// Launch crews of a balloon festival share one wind log; a small scope object holds it while a crew writes. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1500;

public sealed class OwnedMutex
{
    private readonly Mutex _mutex = new();

    public MutexHold Enter()
    {
        _mutex.WaitOne();
        return new MutexHold(_mutex);
    }

    public readonly struct MutexHold : IDisposable
    {
        private readonly Mutex _owned;

        internal MutexHold(Mutex owned) => _owned = owned;

        public void Dispose() => _owned.ReleaseMutex();
    }
}

public sealed record BalloonLaunch(string Balloon, double WindSpeed);

public sealed class WindLog
{
    private readonly OwnedMutex _mutex = new();
    private readonly Dictionary<string, double> _windOfBalloon = new();
    private double _strongest;

    public void Note(BalloonLaunch launch)
    {
        using (_mutex.Enter())
        {
            _windOfBalloon[launch.Balloon] = launch.WindSpeed;
            _strongest = Math.Max(_strongest, launch.WindSpeed);
        }
    }

    public string Summary()
    {
        using var held = _mutex.Enter();
        return $"{_windOfBalloon.Count} balloons, up to {_strongest:f1} knots";
    }
}

public abstract class LaunchCrew
{
    private readonly WindLog _log;
    private readonly Thread _thread;

    protected LaunchCrew(WindLog log)
    {
        _log = log;
        _thread = new Thread(() =>
        {
            foreach (var launch in Launches())
            {
                _log.Note(launch);
            }
        });
    }

    public void Begin() => _thread.Start();

    public void Finish() => _thread.Join();

    protected abstract IEnumerable<BalloonLaunch> Launches();
}

public sealed class FieldCrew : LaunchCrew
{
    private readonly string[] _balloons;
    private readonly Func<double> _anemometer;

    public FieldCrew(WindLog log, string[] balloons, Func<double> anemometer)
        : base(log)
    {
        _balloons = balloons;
        _anemometer = anemometer;
    }

    protected override IEnumerable<BalloonLaunch> Launches() =>
        _balloons.Select(balloon => new BalloonLaunch(balloon, _anemometer()));
}

public static class BalloonFestival
{
    public static string Morning(Func<double> anemometer, params string[][] fields)
    {
        var log = new WindLog();
        var crews = fields.Select(balloons => new FieldCrew(log, balloons, anemometer)).ToList();
        crews.ForEach(crew => crew.Begin());
        crews.ForEach(crew => crew.Finish());
        return log.Summary();
    }
}
