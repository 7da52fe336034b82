// The tracker thread replaces a 24-byte struct while callers copy it: latitude and longitude may come from different fixes. difficulty: medium
namespace Cases.U525;

public struct GeoFix
{
    public double Latitude;
    public double Longitude;
    public long Ticks;
}

public sealed class Tracker
{
    private readonly Func<GeoFix> _readGps;
    private readonly Thread _thread;
    private volatile bool _running = true;
    private GeoFix _current;

    public Tracker(Func<GeoFix> readGps)
    {
        _readGps = readGps;
        _thread = new Thread(Loop);
        _thread.Start();
    }

    public GeoFix Current => _current; // expect: NON_ATOMIC#1, RACE?

    public void Stop()
    {
        _running = false;
        _thread.Join();
    }

    private void Loop()
    {
        while (_running)
        {
            _current = _readGps(); // expect: NON_ATOMIC#1, RACE?
        }
    }
}
