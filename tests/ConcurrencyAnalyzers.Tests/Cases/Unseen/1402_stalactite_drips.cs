// Counts the drips of a stalactite at a fixed interval and reports the longest series after the measurement. difficulty: medium
namespace Cabinet.C1402;

public interface IDripSensor
{
    int ReadDrips();
}

public sealed class DripRecorder(IDripSensor sensor)
{
    private readonly List<int> _series = [];

    public int[] Measure(TimeSpan duration, TimeSpan period)
    {
        using (new Timer(_ => Sample(), null, TimeSpan.Zero, period)) // expect: DISPOSE_RACE?, SYNC_PRIMITIVE?
        {
            Thread.Sleep(duration);
        }
        return _series.ToArray(); // expect: RACE#1
    }

    private void Sample()
    {
        int drips = sensor.ReadDrips();
        if (drips > 0)
        {
            _series.Add(drips); // expect: RACE#1
        }
    }
}
