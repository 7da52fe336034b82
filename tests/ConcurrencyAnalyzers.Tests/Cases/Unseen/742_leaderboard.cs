// The scores are guarded by one lock everywhere except where a new season clears them under the season's own lock. difficulty: hard
namespace Cases.U742;

public sealed record Standing(string Player, int Score);

public sealed class Leaderboard
{
    private readonly object _scoresGate = new();
    private readonly object _seasonGate = new();
    private readonly Dictionary<string, int> _scores = [];
    private DateOnly _seasonStart;
    private int _season;

    public void Submit(string player, int score)
    {
        lock (_scoresGate)
        {
            if (!_scores.TryGetValue(player, out int best) || score > best)
            {
                _scores[player] = score;
            }
        }
    }

    public void Ban(string player)
    {
        lock (_scoresGate)
        {
            _scores.Remove(player);
        }
    }

    public Standing[] Top(int count)
    {
        lock (_scoresGate)
        {
            return _scores
                .OrderByDescending(entry => entry.Value)
                .Take(count)
                .Select(entry => new Standing(entry.Key, entry.Value))
                .ToArray();
        }
    }

    public void BeginSeason(DateOnly start)
    {
        lock (_seasonGate)
        {
            if (start <= _seasonStart)
            {
                return;
            }
            _seasonStart = start;
            _season++;
            _scores.Clear(); // expect: INCONSISTENT_LOCK, RACE?
        }
    }

    public int? RankOf(string player)
    {
        lock (_scoresGate)
        {
            return _scores.TryGetValue(player, out int own)
                ? 1 + _scores.Values.Count(score => score > own)
                : null;
        }
    }

    public string SeasonTitle()
    {
        lock (_seasonGate)
        {
            return $"Season {_season} ({_seasonStart:yyyy-MM-dd})";
        }
    }
}

public sealed class MatchServer(Leaderboard board, Func<string, Task<int>> play)
{
    private int _finished;

    public int Finished => Volatile.Read(ref _finished);

    public async Task RunAsync(IEnumerable<string> players, DateOnly today)
    {
        var matches = players.Select(player => Task.Run(() => RunOneAsync(player))).ToList();
        if (today.Day == 1)
        {
            board.BeginSeason(today);
        }
        await Task.WhenAll(matches);
    }

    private async Task RunOneAsync(string player)
    {
        int score = await play(player).ConfigureAwait(false);
        board.Submit(player, score);
        Interlocked.Increment(ref _finished);
    }
}
