// Every match has its own object, but two matches lead to the same Standing through their teams. difficulty: hard
// Blind: two matches are different objects; that both lead to one standing is not followed through object graphs.
namespace Cases.U339;

public sealed class Standing
{
    public int Points { get; set; }
    public int Goals { get; set; }
}

public sealed class Team(string name)
{
    public string Name { get; } = name;
    public Standing Standing { get; } = new();
}

public sealed record Match(Team Home, Team Away);

public sealed class Season(IReadOnlyList<Team> teams, Func<Match, (int Home, int Away)> play)
{
    public async Task<Team> PlayAllAsync()
    {
        var matches =
            from home in teams
            from away in teams
            where home != away
            select new Match(home, away);
        await Task.WhenAll(matches.Select(match => Task.Run(() => Play(match))));
        return teams.MaxBy(team => team.Standing.Points)!;
    }

    private void Play(Match match)
    {
        var (home, away) = play(match);
        match.Home.Standing.Goals += home; // blind: RACE#1
        match.Away.Standing.Goals += away; // blind: RACE#1
        var winner = home > away ? match.Home : match.Away;
        winner.Standing.Points += 3; // blind: RACE#2
    }
}
