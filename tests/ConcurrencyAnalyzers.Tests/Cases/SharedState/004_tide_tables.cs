// Select makes a task for every station, and they run at once: the shared list breaks.
namespace Cases.S004;

public record Tide(string Station, DateTime At, double Height);

public class TideTables(HttpClient http)
{
    private readonly List<Tide> _tides = [];

    public async Task<IReadOnlyList<Tide>> LoadAsync(IEnumerable<string> stations)
    {
        await Task.WhenAll(stations.Select(async station =>
        {
            var text = await http.GetStringAsync($"https://tides.example/{station}").ConfigureAwait(false);
            foreach (var line in text.Split('\n'))
            {
                _tides.Add(new Tide(station, DateTime.UtcNow, double.Parse(line))); // expect: RACE
            }
        }));
        return _tides;
    }
}
