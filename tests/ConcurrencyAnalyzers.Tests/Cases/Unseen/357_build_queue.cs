// Complete releases the monitor too early: the counter that the other members guard is incremented after the Exit. difficulty: medium
namespace Cases.U357;

public sealed class BuildQueue
{
    private readonly object _gate = new();
    private readonly HashSet<string> _running = [];
    private int _completed;

    public bool TryStart(string project)
    {
        lock (_gate)
        {
            return _running.Add(project);
        }
    }

    public void Complete(string project)
    {
        Monitor.Enter(_gate);
        try
        {
            _running.Remove(project);
        }
        finally
        {
            Monitor.Exit(_gate);
        }
        _completed++; // expect: INCONSISTENT_LOCK, RACE?
    }

    public string Status()
    {
        lock (_gate)
        {
            return $"{_running.Count} running, {_completed} completed";
        }
    }
}
