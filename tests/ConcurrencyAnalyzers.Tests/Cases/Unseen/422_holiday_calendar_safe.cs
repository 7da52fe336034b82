// Canonical double-checked locking: static volatile field, static lock, second check, local filled before it is published. difficulty: easy
namespace Cases.U422;

public sealed class HolidayCalendar
{
    private static readonly object s_gate = new();
    private static volatile HolidayCalendar? s_default;

    private readonly Dictionary<DateOnly, string> _names = [];

    private HolidayCalendar()
    {
    }

    public static HolidayCalendar Default
    {
        get
        {
            if (s_default == null)
            {
                lock (s_gate)
                {
                    if (s_default == null)
                    {
                        var calendar = new HolidayCalendar();
                        calendar._names[new DateOnly(2026, 1, 1)] = "New Year";
                        calendar._names[new DateOnly(2026, 5, 1)] = "Labour Day";
                        s_default = calendar;
                    }
                }
            }
            return s_default;
        }
    }

    public bool IsHoliday(DateOnly day) => _names.ContainsKey(day);

    public static int CountIn(DateOnly[] days)
    {
        return days.AsParallel().Count(day => Default.IsHoliday(day));
    }
}
