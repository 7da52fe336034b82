// The iterator keeps its position in locals, and every task enumerates one of its own over a list that no longer changes. difficulty: medium
namespace Cases.U314;

public sealed class Route
{
    private readonly List<string> _stops = [];

    public Route(params string[] stops)
    {
        foreach (var stop in stops)
        {
            _stops.Add(stop);
        }
    }

    public IEnumerable<string> From(string start)
    {
        int index = _stops.IndexOf(start);
        int visited = 0;
        while (visited < _stops.Count)
        {
            yield return _stops[(index + visited) % _stops.Count];
            visited++;
        }
    }
}

public static class Timetable
{
    public static async Task<int> CountSignsAsync(Route route, IEnumerable<string> starts)
    {
        var signs = starts.Select(start => Task.Run(() => string.Join(" > ", route.From(start)))).ToList();
        var texts = await Task.WhenAll(signs);
        return texts.Distinct().Count();
    }
}
