// System.Timers.Timer raises Elapsed on pool threads, also while the last handler still runs, and Average reads the list meanwhile. difficulty: medium
namespace Cases.U455;

public sealed class SensorLog : IDisposable
{
    private readonly System.Timers.Timer _timer;
    private readonly List<double> _readings = [];

    public SensorLog(Func<double> read, TimeSpan interval)
    {
        _timer = new System.Timers.Timer(interval);
        _timer.Elapsed += (_, _) => _readings.Add(read()); // expect: RACE
        _timer.AutoReset = true;
        _timer.Start();
    }

    public double Average()
    {
        double sum = 0;
        int count = 0;
        foreach (double reading in _readings) // expect: RACE?
        {
            sum += reading;
            count++;
        }
        return count == 0 ? double.NaN : sum / count;
    }

    public void Dispose() => _timer.Dispose();
}
