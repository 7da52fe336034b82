// One thread moves a solar panel after the sun; any number of others read azimuth and elevation as a pair, without a lock. difficulty: hard
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1546;

public sealed class PanelAngles
{
    private long _version;
    private double _azimuth;
    private double _elevation;

    /// <summary>Only ever called by the one thread that drives the motors.</summary>
    public void Set(double azimuth, double elevation)
    {
        Interlocked.Increment(ref _version);
        Volatile.Write(ref _azimuth, azimuth);
        Volatile.Write(ref _elevation, elevation);
        Interlocked.Increment(ref _version);
    }

    public (double Azimuth, double Elevation) Get()
    {
        var spin = new SpinWait();
        while (true)
        {
            long before = Volatile.Read(ref _version);
            if ((before & 1) == 0)
            {
                double azimuth = Volatile.Read(ref _azimuth);
                double elevation = Volatile.Read(ref _elevation);
                if (Volatile.Read(ref _version) == before)
                {
                    return (azimuth, elevation);
                }
            }
            spin.SpinOnce();
        }
    }
}

public static class SolarPark
{
    public static int CountBelowHorizon(IReadOnlyList<(double Azimuth, double Elevation)> path, int looks)
    {
        var angles = new PanelAngles();
        var drive = new Thread(() =>
        {
            foreach (var (azimuth, elevation) in path)
            {
                angles.Set(azimuth, elevation);
            }
        });
        drive.Start();
        int below = 0;
        for (int look = 0; look < looks; look++)
        {
            var (azimuth, elevation) = angles.Get();
            if (elevation < 0 && azimuth > 180)
            {
                below++;
            }
        }
        drive.Join();
        return below;
    }
}
