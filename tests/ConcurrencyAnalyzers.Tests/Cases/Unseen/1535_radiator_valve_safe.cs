// The opening of a radiator valve is changed by a thermostat and by a phone, each on its own thread, and stays between 0 and 100. difficulty: medium
using System;
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1535;

public sealed class RadiatorValve
{
    private volatile int _opening;

    public int Opening => _opening;

    public void Turn(int step) => Change(opening => opening + step);

    public void Throttle() => Change(opening => opening / 2);

    private void Change(Func<int, int> turn)
    {
        int seen = _opening;
        while (true)
        {
            int next = Math.Clamp(turn(seen), 0, 100);
            int before = Interlocked.CompareExchange(ref _opening, next, seen);
            if (before == seen)
            {
                return;
            }
            seen = before;
        }
    }
}

public static class RoomHeating
{
    public static int Heat(IReadOnlyList<int> thermostat, IReadOnlyList<int> phone)
    {
        var valve = new RadiatorValve();
        var automatic = new Thread(() => Apply(valve, thermostat));
        automatic.Start();
        Apply(valve, phone);
        automatic.Join();
        return valve.Opening;
    }

    private static void Apply(RadiatorValve valve, IReadOnlyList<int> steps)
    {
        foreach (int step in steps)
        {
            if (step == 0)
            {
                valve.Throttle();
            }
            else
            {
                valve.Turn(step);
            }
        }
    }
}
