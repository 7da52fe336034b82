// Find returns the live mutable entry out of the guarded dictionary: callers read it while Record changes it under the lock. difficulty: hard
namespace Cases.U975;

public sealed class TeamStats
{
    public int Games { get; set; }
    public int Points { get; set; }
}

public sealed class LeagueTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TeamStats> _teams = [];

    public void Record(string team, int points)
    {
        lock (_gate)
        {
            if (!_teams.TryGetValue(team, out var stats))
            {
                stats = new TeamStats();
                _teams.Add(team, stats);
            }
            stats.Games++;
            stats.Points += points;
        }
    }

    public TeamStats? Find(string team)
    {
        lock (_gate)
        {
            return _teams.GetValueOrDefault(team); // expect: ESCAPES_LOCK
        }
    }

    public double AverageOf(string team)
    {
        var stats = Find(team);
        return stats == null ? 0 : (double)stats.Points / stats.Games; // expect: ESCAPES_LOCK?, INCONSISTENT_LOCK?, RACE?
    }
}
