namespace Cases.L1091;

public sealed record TideReading(DateTime At, double Metres);

public sealed class TideImporter
{
    private readonly Func<string, IReadOnlyList<TideReading>, Task> _store;

    public TideImporter(Func<string, IReadOnlyList<TideReading>, Task> store) => _store = store;

    public async Task<int> ImportAsync(TextReader reader)
    {
        var uploads = new List<Task>();
        string station = "";
        var readings = new List<TideReading>();
        string? line;
        int lines = 0;
        while ((line = await reader.ReadLineAsync()) is not null)
        {
            lines++;
            if (line.StartsWith('#'))
            {
                if (readings.Count > 0)
                {
                    IReadOnlyList<TideReading> finished = readings;
                    uploads.Add(Task.Run(() => _store(station, finished))); // expect: CAPTURE, RACE?
                    readings = new List<TideReading>();
                }
                station = line[1..].Trim(); // expect: RACE?, CAPTURE?
                continue;
            }
            string[] parts = line.Split(';');
            readings.Add(new TideReading(DateTime.Parse(parts[0]), double.Parse(parts[1])));
        }
        if (readings.Count > 0)
        {
            uploads.Add(_store(station, readings));
        }
        await Task.WhenAll(uploads);
        return lines;
    }

    public static async Task Main()
    {
        using StreamReader reader = File.OpenText("tides.txt");
        var importer = new TideImporter((station, readings) =>
            File.WriteAllTextAsync($"{station}.out", string.Join('\n', readings)));
        Console.WriteLine(await importer.ImportAsync(reader));
    }
}
