// The fix is an immutable object behind a volatile reference: readers get the old one or the new one, never a mixture. difficulty: medium
namespace Cases.U526;

public sealed record GeoFix(double Latitude, double Longitude, long Ticks);

public sealed class Tracker
{
    private readonly Func<GeoFix> _readGps;
    private readonly Thread _thread;
    private volatile bool _running = true;
    private volatile GeoFix _current = new(0, 0, 0);

    public Tracker(Func<GeoFix> readGps)
    {
        _readGps = readGps;
        _thread = new Thread(Loop);
        _thread.Start();
    }

    public string Describe()
    {
        var fix = _current;
        return $"{fix.Latitude:F4}, {fix.Longitude:F4}";
    }

    public void Stop()
    {
        _running = false;
        _thread.Join();
    }

    private void Loop()
    {
        while (_running)
        {
            _current = _readGps();
        }
    }
}
