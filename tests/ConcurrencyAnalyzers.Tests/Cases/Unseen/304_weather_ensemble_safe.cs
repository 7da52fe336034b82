// Every thread has its own Random and its own scratch list through ThreadLocal; Random.Shared, which seeds them, is thread-safe. difficulty: medium
namespace Cases.U304;

public sealed class WeatherEnsemble(double baseTemperature) : IDisposable
{
    private readonly ThreadLocal<Random> _noise = new(() => new Random(Random.Shared.Next()));
    private readonly ThreadLocal<List<double>> _scratch = new(() => []);

    public double[] Simulate(int members, int days)
    {
        var finals = new double[members];
        Parallel.For(0, members, member => finals[member] = SimulateOne(days));
        return finals;
    }

    private double SimulateOne(int days)
    {
        var path = _scratch.Value!;
        path.Clear();
        path.Add(baseTemperature);
        for (int day = 1; day < days; day++)
        {
            path.Add(path[^1] + _noise.Value!.NextDouble() - 0.5);
        }
        return path[^1];
    }

    public void Dispose()
    {
        _noise.Dispose();
        _scratch.Dispose();
    }
}
