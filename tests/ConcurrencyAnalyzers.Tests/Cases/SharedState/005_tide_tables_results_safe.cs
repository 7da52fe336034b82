// Every task returns its own rows; they are put together after all of them are done.
namespace Cases.S005;

public record Tide(string Station, DateTime At, double Height);

public class TideTables(HttpClient http)
{
    private readonly List<Tide> _tides = [];

    public async Task<IReadOnlyList<Tide>> LoadAsync(IEnumerable<string> stations)
    {
        var all = await Task.WhenAll(stations.Select(LoadOneAsync));
        foreach (var part in all)
        {
            _tides.AddRange(part);
        }

        return _tides;
    }

    private async Task<List<Tide>> LoadOneAsync(string station)
    {
        var rows = new List<Tide>();
        var text = await http.GetStringAsync($"https://tides.example/{station}").ConfigureAwait(false);
        foreach (var line in text.Split('\n'))
        {
            rows.Add(new Tide(station, DateTime.UtcNow, double.Parse(line)));
        }

        return rows;
    }
}
