// Points are read from the concurrent dictionary and written back in a second step, so concurrent awards get lost. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U683;

public sealed record Goal<TPlayer>(TPlayer Scorer, int Worth) where TPlayer : notnull;

public class Leaderboard<TPlayer> where TPlayer : notnull
{
    private readonly ConcurrentDictionary<TPlayer, int> _points = new();

    public int this[TPlayer player] => _points.TryGetValue(player, out int points) ? points : 0;

    public void Award(TPlayer player, int worth)
    {
        int current = this[player];
        _points[player] = current + worth; // expect: CHECK_THEN_ACT
    }

    public bool Disqualify(TPlayer player) => _points.TryRemove(player, out _);

    public IReadOnlyList<TPlayer> Top(int count) =>
        _points.ToArray()
            .OrderByDescending(pair => pair.Value)
            .Take(count)
            .Select(pair => pair.Key)
            .ToList();
}

public sealed class MatchFeed(Leaderboard<string> board)
{
    public Task ReplayAsync(IEnumerable<IAsyncEnumerable<Goal<string>>> matches, CancellationToken stop) =>
        Parallel.ForEachAsync(matches, stop, async (match, token) =>
        {
            await foreach (Goal<string> goal in match.WithCancellation(token))
            {
                board.Award(goal.Scorer, goal.Worth);
            }
        });
}
