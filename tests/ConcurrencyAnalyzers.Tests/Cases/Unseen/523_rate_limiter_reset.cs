// Acquire counts atomically, but the timer's read-and-reset are two steps: requests between them vanish from the statistics. difficulty: medium
namespace Cases.U523;

public sealed class RequestRate : IDisposable
{
    private readonly Timer _timer;
    private readonly Action<long> _report;
    private long _requests;

    public RequestRate(Action<long> report)
    {
        _report = report;
        _timer = new Timer(_ => Flush(), null, 1000, 1000);
    }

    public void Hit() => Interlocked.Increment(ref _requests);

    public void Dispose() => _timer.Dispose();

    private void Flush()
    {
        long seen = Interlocked.Read(ref _requests); // expect: NON_ATOMIC#1, RACE?
        Interlocked.Exchange(ref _requests, 0); // expect: NON_ATOMIC#1, RACE?, CHECK_THEN_ACT?
        _report(seen);
    }
}
