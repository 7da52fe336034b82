// Each reading is kept in a variable outside the loop and read again after the filter: another iteration may have replaced it.
namespace Cases.SharedState.S141;

public static class SensorFilter
{
    public static int CountAlarms(IReadOnlyList<double> raw, Func<double, double> smooth, double limit)
    {
        double value = 0;
        int alarms = 0;
        Parallel.For(0, raw.Count, i =>
        {
            value = smooth(raw[i]); // expect: RACE
            if (value > limit) // expect: RACE?
            {
                Interlocked.Increment(ref alarms);
            }
        });
        return alarms;
    }
}
