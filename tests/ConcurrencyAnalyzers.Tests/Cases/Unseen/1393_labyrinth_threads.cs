// Explorers of a labyrinth carry the way they came in the ambient context; every turn-off is explored on its own. difficulty: hard
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Cabinet.C1393;

public sealed class LabyrinthExplorer(Func<string, IReadOnlyList<string>> turnOffs, int depth)
{
    private static readonly AsyncLocal<ImmutableList<string>?> s_way = new();
    private readonly ConcurrentBag<string> _deadEnds = [];

    public async Task<string[]> ExploreAsync(string entrance)
    {
        await Task.Run(() => GoAsync(entrance));
        return _deadEnds.Order().ToArray();
    }

    private async Task GoAsync(string place)
    {
        var way = (s_way.Value ?? []).Add(place);
        s_way.Value = way;
        var next = way.Count < depth ? turnOffs(place) : [];
        if (next.Count == 0)
        {
            _deadEnds.Add(string.Join(" > ", way));
            return;
        }
        await Task.WhenAll(next.Select(turnOff => Task.Run(() => GoAsync(turnOff))));
    }
}
