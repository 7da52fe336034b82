// The nearest wrong one: two callers that ask at once both start.
namespace Cases.R040;

public sealed class Dispatcher
{
    private int _isStarted;

    public bool IsStarted => Volatile.Read(ref _isStarted) == 1;

    public void Start()
    {
        if (IsStarted)
            return;
        Interlocked.Exchange(ref _isStarted, 1); // expect: CHECK_THEN_ACT
        new Thread(Run).Start();
    }

    private static void Run() => Thread.Sleep(1000);
}
