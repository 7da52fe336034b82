// Opens the valve at a fixed interval; the gardener's app fetches the times of the waterings since its last visit. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1329;

public sealed class LawnSprinkler
{
    private readonly System.Timers.Timer _clock;
    private readonly List<DateTime> _waterings = [];

    public LawnSprinkler(TimeSpan interval, Action openValve)
    {
        _clock = new System.Timers.Timer(interval);
        _clock.Elapsed += (_, tick) =>
        {
            openValve();
            _waterings.Add(tick.SignalTime); // expect: RACE#1
        };
    }

    public void Start() => _clock.Start();

    public void Stop() => _clock.Stop();

    public DateTime[] TakeWaterings()
    {
        var times = _waterings.ToArray(); // expect: RACE#1
        _waterings.Clear(); // expect: RACE#1
        return times;
    }
}
