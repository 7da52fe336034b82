// The variable lives inside the loop; the last reading outside is only ever looked at when all are done.
namespace Cases.SharedState.S142;

public static class SensorFilter
{
    public static (int Alarms, string Sample) CountAlarms(IReadOnlyList<double> raw, Func<double, double> smooth, double limit)
    {
        string sample = "";
        int alarms = 0;
        Parallel.For(0, raw.Count, i =>
        {
            var value = smooth(raw[i]);
            if (value > limit)
            {
                Interlocked.Increment(ref alarms);
            }
            sample = $"{value:F2}";
        });
        return (alarms, sample);
    }
}
