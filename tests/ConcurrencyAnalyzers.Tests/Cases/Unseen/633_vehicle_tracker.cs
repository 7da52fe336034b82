// The position is a struct of two doubles: the request side can read the new latitude with the old longitude. difficulty: medium
namespace Cases.U633;

public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    public double RoughKilometresTo(GeoPoint other)
    {
        double dy = (other.Latitude - Latitude) * 111.0;
        double dx = (other.Longitude - Longitude) * 111.0 * Math.Cos(Latitude * Math.PI / 180.0);
        return Math.Sqrt((dx * dx) + (dy * dy));
    }
}

public interface IPositionReceiver
{
    IAsyncEnumerable<GeoPoint> ReadAsync(CancellationToken token);
}

public sealed class VehicleTracker(IPositionReceiver receiver)
{
    private GeoPoint _position;

    public Task RunAsync(CancellationToken token) => Task.Run(() => ReceiveAsync(token), token);

    public bool IsNear(GeoPoint stop, double kilometres)
    {
        var here = _position; // expect: NON_ATOMIC#1, RACE?
        return here.RoughKilometresTo(stop) <= kilometres;
    }

    private async Task ReceiveAsync(CancellationToken token)
    {
        await foreach (var fix in receiver.ReadAsync(token).ConfigureAwait(false))
        {
            _position = fix; // expect: NON_ATOMIC#1, RACE?
        }
    }
}
