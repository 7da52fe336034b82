// Reset replaces the lock object: a thread that holds the old one and a thread that takes the new one are inside together. difficulty: medium
namespace Cases.U363;

public sealed class MetricsWindow
{
    private readonly Dictionary<string, int> _counts = [];
    private object _gate = new();

    public void Count(string metric)
    {
        lock (_gate) // expect: LOCK_MISUSE#1
        {
            _counts[metric] = _counts.GetValueOrDefault(metric) + 1; // expect: INCONSISTENT_LOCK?, RACE?
        }
    }

    public Dictionary<string, int> Reset()
    {
        lock (_gate) // expect: LOCK_MISUSE#1
        {
            var window = new Dictionary<string, int>(_counts); // expect: INCONSISTENT_LOCK?, RACE?
            _counts.Clear(); // expect: INCONSISTENT_LOCK?, RACE?
            _gate = new object(); // expect: LOCK_MISUSE?, INCONSISTENT_LOCK?, RACE?
            return window;
        }
    }
}
