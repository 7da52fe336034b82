using System.Collections.Concurrent;

namespace Cases.L1113;

public sealed record Sighting(string Species, string Square, DateOnly Day);

public sealed class SightingIndex
{
    private readonly ConcurrentDictionary<string, List<Sighting>> _bySpecies = new();

    public void Add(Sighting sighting)
    {
        _bySpecies.AddOrUpdate(
            sighting.Species,
            _ => new List<Sighting> { sighting },
            (_, list) =>
            {
                list.Add(sighting); // expect: RACE
                return list;
            });
    }

    public int Squares(string species)
    {
        if (!_bySpecies.TryGetValue(species, out List<Sighting>? list))
        {
            return 0;
        }
        return list.Select(s => s.Square).Distinct().Count(); // expect: RACE?
    }

    public static async Task Main()
    {
        var index = new SightingIndex();
        string[] species = ["wren", "robin", "siskin"];
        Task[] readers = Directory.EnumerateFiles("sightings", "*.csv").Select(file => Task.Run(async () =>
        {
            await foreach (string line in File.ReadLinesAsync(file))
            {
                string[] parts = line.Split(',');
                index.Add(new Sighting(parts[0], parts[1], DateOnly.Parse(parts[2])));
            }
        })).ToArray();
        await Task.WhenAll(readers);
        foreach (string name in species)
        {
            Console.WriteLine($"{name} {index.Squares(name)}");
        }
    }
}
