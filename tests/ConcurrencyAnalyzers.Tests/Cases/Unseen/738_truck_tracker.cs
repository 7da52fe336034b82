// A fix is three words; the map may copy it while the receiver thread is half way through storing the next one. difficulty: medium
namespace Cases.U738;

public readonly record struct GeoFix(double Latitude, double Longitude, DateTime At);

public sealed class TruckTracker : IDisposable
{
    private readonly Func<GeoFix?> _receive;
    private readonly Thread _receiver;
    private volatile bool _stopping;
    private GeoFix _last;

    public TruckTracker(Func<GeoFix?> receive)
    {
        _receive = receive;
        _receiver = new Thread(ReceiveLoop) { IsBackground = true, Name = "gps" };
        _receiver.Start();
    }

    public GeoFix Last => _last; // expect: NON_ATOMIC#1, RACE?

    public void Dispose()
    {
        _stopping = true;
        _receiver.Join();
    }

    private void ReceiveLoop()
    {
        while (!_stopping)
        {
            if (_receive() is { } fix)
            {
                _last = fix; // expect: NON_ATOMIC#1, RACE?
            }
        }
    }
}

public sealed class FleetMap(IReadOnlyDictionary<string, TruckTracker> trucks)
{
    public IEnumerable<string> Outside(double north, double south)
    {
        foreach (var (plate, tracker) in trucks)
        {
            var fix = tracker.Last;
            if (fix.Latitude > north || fix.Latitude < south)
            {
                yield return $"{plate} at {fix.Latitude:F4}/{fix.Longitude:F4}";
            }
        }
    }
}
