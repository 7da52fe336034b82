using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Cases.L1114;

public sealed record Meteor(string Shower, double Magnitude, string Observer);

public sealed class MeteorReports
{
    private readonly ConcurrentDictionary<string, ImmutableList<Meteor>> _byShower = new(StringComparer.OrdinalIgnoreCase);

    public void Add(Meteor meteor)
    {
        _byShower.AddOrUpdate(
            meteor.Shower,
            static (_, m) => ImmutableList.Create(m),
            static (_, list, m) => list.Add(m),
            meteor);
    }

    public double? Brightest(string shower)
    {
        if (!_byShower.TryGetValue(shower, out ImmutableList<Meteor>? meteors) || meteors.IsEmpty)
        {
            return null;
        }
        return meteors.Min(m => m.Magnitude);
    }

    public IReadOnlyList<Meteor> Take(string shower) =>
        _byShower.TryRemove(shower, out ImmutableList<Meteor>? meteors) ? meteors : ImmutableList<Meteor>.Empty;
}

public static class Program
{
    public static async Task Main()
    {
        var reports = new MeteorReports();
        string[] showers = ["perseids", "leonids"];
        Task observers = Parallel.ForEachAsync(Enumerable.Range(0, 200), async (n, ct) =>
        {
            await Task.Delay(n % 3, ct);
            reports.Add(new Meteor(showers[n % 2], n % 7 - 2, $"observer-{n % 9}"));
        });
        Task watcher = Task.Run(async () =>
        {
            for (int i = 0; i < 20; i++)
            {
                Console.WriteLine(reports.Brightest("perseids"));
                await Task.Delay(5);
            }
        });
        await Task.WhenAll(observers, watcher);
        Console.WriteLine(reports.Take("leonids").Count);
    }
}
