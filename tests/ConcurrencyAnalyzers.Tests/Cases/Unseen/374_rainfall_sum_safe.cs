// A sum of doubles through a CompareExchange loop that computes anew from the value it lost against. difficulty: hard
namespace Cases.U374;

public static class AtomicDouble
{
    public static double Add(ref double target, double amount)
    {
        double seen = Volatile.Read(ref target);
        double previous;
        while (!(previous = Interlocked.CompareExchange(ref target, seen + amount, seen)).Equals(seen))
        {
            seen = previous;
        }
        return seen + amount;
    }
}

public sealed class RainfallSum
{
    private double _millimeters;
    private int _stations;

    public async Task<string> CollectAsync(IReadOnlyList<Func<Task<double>>> stations)
    {
        await Task.WhenAll(stations.Select(ReadAsync));
        return $"{_millimeters} mm from {_stations} stations";
    }

    private async Task ReadAsync(Func<Task<double>> station)
    {
        double reading = await station().ConfigureAwait(false);
        AtomicDouble.Add(ref _millimeters, reading);
        Interlocked.Increment(ref _stations);
    }
}
