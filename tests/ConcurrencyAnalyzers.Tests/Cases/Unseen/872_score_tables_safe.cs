// Template method: the base class takes the lock around every hook, so the derived class's plain collections are guarded although it never locks. difficulty: hard
namespace Cases.U872;

public abstract class ScoreTable
{
    private readonly Lock _sync = new();
    private int _submitted;

    public void Submit(string player, int score)
    {
        lock (_sync)
        {
            _submitted++;
            OnSubmit(player, score);
        }
    }

    public (int Submitted, string[] Ranking) Report()
    {
        lock (_sync)
        {
            return (_submitted, Rank());
        }
    }

    protected abstract void OnSubmit(string player, int score);

    protected abstract string[] Rank();
}

public sealed class BestScoreTable : ScoreTable
{
    private readonly Dictionary<string, int> _best = [];
    private int _improvements;

    protected override void OnSubmit(string player, int score)
    {
        if (!_best.TryGetValue(player, out var best) || score > best)
        {
            _best[player] = score;
            _improvements++;
        }
    }

    protected override string[] Rank()
    {
        return _best
            .OrderByDescending(pair => pair.Value)
            .Select(pair => $"{pair.Key} ({pair.Value})")
            .Append($"{_improvements} improvements")
            .ToArray();
    }
}

public static class MatchDay
{
    public static Task PlayAsync(ScoreTable table, IEnumerable<Func<Task<(string Player, int Score)>>> matches) =>
        Parallel.ForEachAsync(matches, async (match, _) =>
        {
            var (player, score) = await match().ConfigureAwait(false);
            table.Submit(player, score);
        });
}
