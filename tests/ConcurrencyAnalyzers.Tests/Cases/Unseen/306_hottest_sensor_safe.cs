// Every worker tracks its own maximum in thread-local state; the merge compares and assigns under one lock. difficulty: medium
namespace Cases.U306;

public readonly record struct Reading(int Sensor, double Celsius);

public sealed class HottestSensor
{
    private readonly object _merge = new();
    private Reading _hottest = new(-1, double.NegativeInfinity);

    public Reading Find(IReadOnlyCollection<Reading> readings)
    {
        Parallel.ForEach(
            readings,
            () => new Reading(-1, double.NegativeInfinity),
            (reading, _, best) => reading.Celsius > best.Celsius ? reading : best,
            Merge);
        return _hottest;
    }

    private void Merge(Reading candidate)
    {
        lock (_merge)
        {
            if (candidate.Celsius > _hottest.Celsius)
            {
                _hottest = candidate;
            }
        }
    }
}
