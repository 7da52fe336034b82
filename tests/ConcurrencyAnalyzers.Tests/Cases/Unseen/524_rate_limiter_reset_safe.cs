// Exchange reads and resets in one atomic step: every request is reported exactly once. difficulty: medium
namespace Cases.U524;

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
        long seen = Interlocked.Exchange(ref _requests, 0);
        if (seen > 0)
        {
            _report(seen);
        }
    }
}
