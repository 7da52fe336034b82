// An auto-property is a field too: three threads add to it.
namespace Cases.S093;

public record Score
{
    public int Points { get; set; }

    public required string Player { get; init; }
}

public class Arcade
{
    public static Score Play(string player, int[][] rounds)
    {
        var score = new Score { Player = player };
        var machines = rounds.Select(round => Task.Factory.StartNew(() =>
        {
            foreach (var hit in round)
            {
                score.Points += hit; // expect: RACE
            }
        })).ToArray();
        Task.WaitAll(machines);
        return score with { Points = score.Points + 1 };
    }
}
