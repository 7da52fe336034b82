using ConcurrencyAnalyzers;

namespace Cases.K030;

abstract class Job
{
    protected readonly object Gate = new();

    [RequiresLock(nameof(Gate))]
    protected abstract void Step();

    public void Run()
    {
        lock (Gate)
        {
            Step();
        }
    }

    public void Hurry()
    {
        Step(); // expect: INCONSISTENT_LOCK
    }
}

sealed class Copy : Job
{
    [GuardedBy(nameof(Gate))] private int _done;

    protected override void Step() => _done++;

    public int Done()
    {
        lock (Gate)
        {
            return _done;
        }
    }
}
