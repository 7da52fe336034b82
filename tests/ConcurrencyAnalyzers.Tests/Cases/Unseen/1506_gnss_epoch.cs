// A receiver thread keeps the time of the newest satellite fix; the alarm loop reports when the fix has become too old. difficulty: hard
using System;
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1506;

public sealed class GnssEpoch
{
    private DateTimeOffset _lastFix = DateTimeOffset.UnixEpoch;

    public void Advance(DateTimeOffset fix)
    {
        _lastFix = fix; // expect: NON_ATOMIC#1, RACE?
    }

    public TimeSpan AgeAt(DateTimeOffset now) => now - _lastFix; // expect: NON_ATOMIC#1, RACE?
}

public sealed class GnssWatch(IEnumerable<DateTimeOffset> fixes, TimeProvider clock)
{
    private readonly GnssEpoch _epoch = new();

    public int CountStale(TimeSpan limit, int looks)
    {
        var receiver = new Thread(Receive);
        receiver.Start();
        int stale = 0;
        for (int look = 0; look < looks; look++)
        {
            if (_epoch.AgeAt(clock.GetLocalNow()) > limit)
            {
                stale++;
            }
        }
        receiver.Join();
        return stale;
    }

    private void Receive()
    {
        foreach (var fix in fixes)
        {
            _epoch.Advance(fix);
        }
    }
}
