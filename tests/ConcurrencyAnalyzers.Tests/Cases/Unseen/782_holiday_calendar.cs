// The volatile flag is raised before the set is loaded: threads that see it skip the lock and ask the empty set. difficulty: medium
namespace Cases.U782;

public sealed class HolidayCalendar(Func<IEnumerable<DateOnly>> load)
{
    private readonly object _gate = new();
    private volatile bool _loaded;
    private HashSet<DateOnly> _days = [];

    public int CountWorkdays(IEnumerable<DateOnly> dates)
    {
        int workdays = 0;
        Parallel.ForEach(dates, date =>
        {
            if (!IsHoliday(date))
            {
                Interlocked.Increment(ref workdays);
            }
        });
        return workdays;
    }

    private bool IsHoliday(DateOnly date)
    {
        EnsureLoaded();
        return _days.Contains(date); // expect: LAZY_INIT?, RACE?, INCONSISTENT_LOCK?
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
            _days = [.. load()]; // expect: LAZY_INIT#1, RACE?
        }
    }
}
