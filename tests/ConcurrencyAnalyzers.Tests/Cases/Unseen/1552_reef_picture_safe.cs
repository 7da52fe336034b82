// A sonar thread keeps a table of the fish it follows and shows the others a finished picture of it after every sweep. difficulty: hard
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;

namespace Menagerie.M1552;

public sealed record FishEcho(int Id, double Distance);

public sealed record ReefPicture(int Sweep, ImmutableDictionary<int, double> DistanceOf)
{
    public static readonly ReefPicture Empty = new(0, ImmutableDictionary<int, double>.Empty);
}

public sealed class ReefSonar
{
    private readonly Dictionary<int, (double Distance, int LastSweep)> _followed = [];
    private readonly Func<IReadOnlyList<FishEcho>?> _sweep;
    private readonly Thread _thread;
    private volatile ReefPicture _picture = ReefPicture.Empty;
    private int _sweeps;

    public ReefSonar(Func<IReadOnlyList<FishEcho>?> sweep)
    {
        _sweep = sweep;
        _thread = new Thread(Follow);
    }

    public ReefPicture Picture => _picture;

    public void Start() => _thread.Start();

    public int WaitForEnd()
    {
        _thread.Join();
        return _sweeps;
    }

    public double? Nearest()
    {
        var picture = _picture;
        return picture.DistanceOf.IsEmpty ? null : picture.DistanceOf.Values.Min();
    }

    private void Follow()
    {
        while (_sweep() is { } echoes)
        {
            _sweeps++;
            foreach (var echo in echoes)
            {
                _followed[echo.Id] = (echo.Distance, _sweeps);
            }
            Forget();
            _picture = new ReefPicture(
                _sweeps,
                _followed.ToImmutableDictionary(fish => fish.Key, fish => fish.Value.Distance));
        }
    }

    private void Forget()
    {
        foreach (var (id, fish) in _followed.ToArray())
        {
            if (_sweeps - fish.LastSweep > 3)
            {
                _followed.Remove(id);
            }
        }
    }
}

public static class ReefWatch
{
    public static (double? AtFirst, double? AtLast, int Sweeps) Run(Func<IReadOnlyList<FishEcho>?> sweep)
    {
        var sonar = new ReefSonar(sweep);
        sonar.Start();
        double? first = sonar.Nearest();
        int sweeps = sonar.WaitForEnd();
        return (first, sonar.Nearest(), sweeps);
    }
}
