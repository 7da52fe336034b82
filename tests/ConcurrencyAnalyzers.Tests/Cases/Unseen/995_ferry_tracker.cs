// Position is an immutable class: the writer replaces one reference, the reader copies it once, so no half-old position is seen. difficulty: hard
namespace Cases.U995;

public sealed record Position(double Latitude, double Longitude, DateTime At);

public sealed class FerryTracker
{
    private volatile Position _last = new(0, 0, DateTime.MinValue);

    public double MaxDistance(IReadOnlyList<(double Lat, double Lon)> fixes)
    {
        var receiver = new Thread(() =>
        {
            foreach (var (lat, lon) in fixes)
            {
                _last = new Position(lat, lon, DateTime.UtcNow);
            }
        });
        receiver.Start();

        double farthest = 0;
        while (receiver.IsAlive)
        {
            var seen = _last;
            farthest = Math.Max(farthest, Math.Sqrt(seen.Latitude * seen.Latitude + seen.Longitude * seen.Longitude));
            Thread.Sleep(1);
        }
        receiver.Join();
        return farthest;
    }
}
