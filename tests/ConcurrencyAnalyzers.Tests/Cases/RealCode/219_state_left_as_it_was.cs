// The nearest wrong one: the first region only notes what it has found.
namespace Cases.R219;

public enum Phase
{
    Idle,
    Busy,
    Cancelling,
    Failed,
}

public sealed class Command(Action clear)
{
    private readonly object _gate = new();
    private Phase _phase;

    public void Cancel()
    {
        lock (_gate)
            _phase = Phase.Cancelling;
    }

    public void Finish()
    {
        var mustClear = false;
        lock (_gate)
        {
            if (_phase == Phase.Cancelling)
                mustClear = true;
            else
                _phase = Phase.Idle;
        }

        if (mustClear)
        {
            clear();
            lock (_gate)
                _phase = Phase.Failed; // expect: CHECK_THEN_ACT
        }
    }
}
