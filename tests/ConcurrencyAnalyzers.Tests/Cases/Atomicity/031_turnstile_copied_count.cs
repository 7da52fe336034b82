// The count that was copied under the lock is old when it is written back.
namespace Cases.Atomicity.S031;

public sealed class Turnstile
{
    private readonly object _gate = new();
    private int _visitors;

    public void Enter()
    {
        int visitors;
        lock (_gate)
            visitors = _visitors;
        Open();
        lock (_gate)
            _visitors = visitors + 1; // expect: CHECK_THEN_ACT
    }

    public int Visitors
    {
        get
        {
            lock (_gate)
                return _visitors;
        }
    }

    private static void Open() => Thread.Sleep(1);
}
