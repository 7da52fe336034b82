// The tuple with the time stamp is larger than a word: the timer can be in the middle of writing it when a caller copies it. difficulty: hard
namespace Cases.U375;

public sealed class GpsTracker : IDisposable
{
    private readonly Timer _poll;
    private (double North, double East, DateTimeOffset At) _fix;

    public GpsTracker(Func<(double North, double East)> receiver, TimeSpan period)
    {
        _poll = new Timer(_ =>
        {
            var (north, east) = receiver();
            _fix = (north, east, DateTimeOffset.UtcNow); // expect: NON_ATOMIC#1, RACE?
        }, null, period, period);
    }

    public double MetersPerSecondSince((double North, double East, DateTimeOffset At) earlier)
    {
        var fix = _fix; // expect: NON_ATOMIC#1, RACE?
        double north = fix.North - earlier.North;
        double east = fix.East - earlier.East;
        return Math.Sqrt(north * north + east * east) / (fix.At - earlier.At).TotalSeconds;
    }

    public void Dispose() => _poll.Dispose();
}
