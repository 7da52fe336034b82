// The volatile flag is raised before the set is filled: a second thread skips the lock and asks a half-filled calendar. difficulty: hard
namespace Cases.U977;

public sealed class HolidayCalendar(IEnumerable<DateOnly> published)
{
    private readonly object _gate = new();
    private readonly HashSet<DateOnly> _holidays = [];
    private volatile bool _loaded;

    public int CountWorkdays(DateOnly[] days)
    {
        int workdays = 0;
        Parallel.ForEach(days, day =>
        {
            if (!IsHoliday(day))
            {
                Interlocked.Increment(ref workdays);
            }
        });
        return workdays;
    }

    private bool IsHoliday(DateOnly day)
    {
        EnsureLoaded();
        return _holidays.Contains(day); // expect: LAZY_INIT?, INCONSISTENT_LOCK?, RACE?
    }

    private void EnsureLoaded()
    {
        if (_loaded) // expect: LAZY_INIT#1
        {
            return;
        }
        lock (_gate)
        {
            if (_loaded)
            {
                return;
            }
            _loaded = true; // expect: LAZY_INIT#1
            _holidays.UnionWith(published); // expect: LAZY_INIT?, RACE?
        }
    }
}
