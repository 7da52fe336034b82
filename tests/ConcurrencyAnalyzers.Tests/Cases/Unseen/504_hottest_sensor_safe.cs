// The unlocked comparison is only a filter on a volatile int; the decision is made again under the lock, where all writes are. difficulty: hard
namespace Cases.U504;

public sealed record Reading(string Sensor, int MilliCelsius);

public sealed class HeatScan
{
    private readonly Lock _gate = new();
    private volatile int _max = int.MinValue;
    private string _where = "";

    public string Hottest(IEnumerable<Reading> readings)
    {
        Parallel.ForEach(readings, reading =>
        {
            if (reading.MilliCelsius <= _max)
            {
                return;
            }

            lock (_gate)
            {
                if (reading.MilliCelsius > _max)
                {
                    _max = reading.MilliCelsius;
                    _where = reading.Sensor;
                }
            }
        });
        lock (_gate)
        {
            return $"{_where}: {_max}";
        }
    }
}
