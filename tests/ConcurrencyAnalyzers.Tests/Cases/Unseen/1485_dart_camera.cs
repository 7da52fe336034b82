// A camera measures where darts hit the board; the display of the club shows the last hit and how old it is. difficulty: medium
using System;
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1485;

public interface IDartCamera
{
    IEnumerable<(double X, double Y)> Hits();
}

public sealed class DartBoard
{
    private readonly IDartCamera _camera;
    private readonly TimeProvider _clock;
    private (double X, double Y, DateTimeOffset At)? _lastHit;

    public DartBoard(IDartCamera camera, TimeProvider clock)
    {
        _camera = camera;
        _clock = clock;
    }

    public void Play(Action<string> display)
    {
        var watcher = new Thread(Watch);
        watcher.Start();
        while (!watcher.Join(100))
        {
            display(Describe());
        }
        display("game over");
    }

    private void Watch()
    {
        foreach (var (x, y) in _camera.Hits())
        {
            _lastHit = (x, y, _clock.GetUtcNow()); // expect: NON_ATOMIC#1, RACE?
        }
    }

    private string Describe()
    {
        var hit = _lastHit; // expect: NON_ATOMIC#1, RACE?
        if (hit is null)
        {
            return "no darts yet";
        }
        var (x, y, at) = hit.Value;
        double radius = Math.Sqrt(x * x + y * y);
        return $"{radius:f1} mm, {(_clock.GetUtcNow() - at).TotalSeconds:f0} s ago";
    }
}
