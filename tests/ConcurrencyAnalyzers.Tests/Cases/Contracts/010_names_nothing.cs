using ConcurrencyAnalyzers;

namespace Cases.K010;

class Forecast
{
    private readonly object _gate = new();
    private static readonly object s_gate = new();

    [GuardedBy("_gte")] private int _rain; // expect: CONTRACT
    [GuardedBy(nameof(_gate))] private static int s_sun; // expect: CONTRACT
    [GuardedBy(nameof(s_gate))] private int _wind;
    [GuardedBy("this")] private int _fog;

    [RequiresLock("_missing")] // expect: CONTRACT
    private void Clear()
    {
        _rain = 0;
    }

    public void Reset()
    {
        lock (s_gate)
        {
            _wind = 0;
        }

        lock (this) // expect: LOCK_MISUSE?
        {
            _fog = 0;
        }

        s_sun = 0;
        Clear();
    }
}
