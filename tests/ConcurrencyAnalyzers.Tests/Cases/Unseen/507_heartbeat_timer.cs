// The timer callback adds to the list on a pool thread while Snapshot copies it on the caller's thread. difficulty: medium
namespace Cases.U507;

public sealed class Heartbeats : IAsyncDisposable
{
    private readonly List<DateTime> _beats = [];
    private readonly Timer _timer;

    public Heartbeats(TimeSpan period)
    {
        _timer = new Timer(Beat, null, period, period);
    }

    public DateTime[] Snapshot() => _beats.ToArray(); // expect: RACE#1

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Beat(object? state)
    {
        _beats.Add(DateTime.UtcNow); // expect: RACE#1
        if (_beats.Count > 100) // expect: RACE?
        {
            _beats.RemoveAt(0); // expect: RACE#1
        }
    }
}
