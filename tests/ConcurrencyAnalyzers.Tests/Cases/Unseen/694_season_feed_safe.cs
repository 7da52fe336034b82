// Updates use AddOrUpdate and TryAdd; the ContainsKey test only saves building an entry that TryAdd would refuse. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U694;

public sealed record Standing(string Player, int Points);

public sealed class SeasonTable
{
    private readonly ConcurrentDictionary<string, int> _points = new();
    private readonly ConcurrentDictionary<string, DateTime> _joined = new();

    public bool Join(string player)
    {
        if (_joined.ContainsKey(player))
        {
            return false;
        }
        return _joined.TryAdd(player, DateTime.UtcNow);
    }

    public int Award(string player, int worth) =>
        _points.AddOrUpdate(player, worth, (_, current) => current + worth);

    public bool Spend(string player, int cost)
    {
        while (_points.TryGetValue(player, out int current))
        {
            if (current < cost)
            {
                return false;
            }
            if (_points.TryUpdate(player, current - cost, current))
            {
                return true;
            }
        }
        return false;
    }

    public IReadOnlyList<Standing> Top(int count) =>
        _points.ToArray()
            .Select(pair => new Standing(pair.Key, pair.Value))
            .OrderByDescending(standing => standing.Points)
            .Take(count)
            .ToList();
}

public sealed class SeasonFeed(SeasonTable table)
{
    public Task PlayAsync(IEnumerable<IReadOnlyList<Standing>> rounds) =>
        Task.WhenAll(rounds.Select(round => Task.Run(() => Apply(round))));

    private void Apply(IReadOnlyList<Standing> round)
    {
        foreach (Standing result in round)
        {
            table.Join(result.Player);
            table.Award(result.Player, result.Points);
        }
    }
}
