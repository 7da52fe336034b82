// The nearest wrong one: nothing keeps two beats apart, and one more than the limit gets in.
namespace Cases.R044;

public sealed class Monitor
{
    private const int Limit = 3;
    private volatile bool _ended;
    private long _retries;

    public void End() => _ended = true;

    public void Beat(Action connect)
    {
        if (_ended)
            return;
        if (Interlocked.Read(ref _retries) < Limit)
        {
            Interlocked.Increment(ref _retries); // expect: CHECK_THEN_ACT
            connect();
        }
    }
}
