// Every list in the concurrent dictionary is its own lock, for adding and for copying, and never leaves the class. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U646;

public readonly record struct Measurement(string Sensor, double Value);

public sealed class SensorArchive
{
    private readonly ConcurrentDictionary<string, List<double>> _values = new(StringComparer.Ordinal);

    public void Store(Measurement measurement)
    {
        var values = _values.GetOrAdd(measurement.Sensor, static _ => []);
        lock (values)
        {
            values.Add(measurement.Value);
        }
    }

    public double[] Read(string sensor)
    {
        if (!_values.TryGetValue(sensor, out var values))
        {
            return [];
        }
        lock (values)
        {
            return values.ToArray();
        }
    }

    public IReadOnlyDictionary<string, double> Maxima()
    {
        var maxima = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (sensor, values) in _values)
        {
            lock (values)
            {
                if (values.Count > 0)
                {
                    maxima[sensor] = values.Max();
                }
            }
        }
        return maxima;
    }
}

public static class ArchiveImport
{
    public static async Task<SensorArchive> LoadAsync(
        IAsyncEnumerable<Measurement> feed, CancellationToken token)
    {
        var archive = new SensorArchive();
        await Parallel.ForEachAsync(feed, token, (measurement, _) =>
        {
            archive.Store(measurement);
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        return archive;
    }
}
