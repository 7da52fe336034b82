// A beat that finds another at work leaves: what it looks at, nobody changes but the beat.
namespace Cases.R043;

public sealed class Monitor
{
    private const int Limit = 3;
    private volatile bool _ended;
    private int _beating;
    private long _retries;

    public void End() => _ended = true;

    public void Beat(Action connect)
    {
        var runs = false;
        try
        {
            runs = !_ended && Interlocked.CompareExchange(ref _beating, 1, 0) == 0;
            if (!runs)
                return;
            if (Interlocked.Read(ref _retries) < Limit)
            {
                Interlocked.Increment(ref _retries);
                connect();
            }
        }
        finally
        {
            if (runs)
                Interlocked.Exchange(ref _beating, 0);
        }
    }
}
