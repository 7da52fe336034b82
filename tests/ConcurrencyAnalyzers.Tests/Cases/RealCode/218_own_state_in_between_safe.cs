// The first region sets the state to one that nobody else takes further, and says so by a variable; the second asks for that very
// state by a helper that throws, and goes on.
namespace Cases.R218;

public enum Phase
{
    Idle,
    Busy,
    Cancelling,
    Clearing,
    Failed,
}

public sealed class Command(Action clear)
{
    private readonly object _gate = new();
    private Phase _phase;

    public void Begin()
    {
        lock (_gate)
        {
            Expect(Phase.Idle);
            _phase = Phase.Busy;
        }
    }

    public void Cancel()
    {
        lock (_gate)
        {
            if (_phase == Phase.Busy)
                _phase = Phase.Cancelling;
        }
    }

    public void Finish()
    {
        var mustClear = false;
        lock (_gate)
        {
            if (_phase == Phase.Cancelling)
            {
                _phase = Phase.Clearing;
                mustClear = true;
            }
            else if (_phase == Phase.Busy)
            {
                _phase = Phase.Idle;
            }
            else
            {
                Expect(Phase.Failed);
            }
        }

        if (mustClear)
        {
            clear();
            lock (_gate)
                _phase = Phase.Idle;
        }
    }

    public void Resume()
    {
        lock (_gate)
        {
            if (_phase != Phase.Failed)
                return;
        }

        clear();
        lock (_gate)
        {
            Expect(Phase.Failed);
            _phase = Phase.Idle;
        }
    }

    private void Expect(Phase phase)
    {
        if (_phase != phase)
            throw new InvalidOperationException(_phase.ToString());
    }
}
