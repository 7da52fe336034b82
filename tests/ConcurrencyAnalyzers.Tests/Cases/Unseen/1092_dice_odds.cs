namespace Cases.L1092;

public sealed class RiskOdds
{
    private readonly int _rounds;

    public RiskOdds(int rounds) => _rounds = rounds;

    public double AttackerWins(int attackers, int defenders)
    {
        long wins = 0;
        Parallel.For(
            0,
            Environment.ProcessorCount,
            () => 0L,
            (worker, _, local) =>
            {
                var random = new Random(HashCode.Combine(worker, attackers, defenders));
                for (int i = 0; i < _rounds; i++)
                {
                    if (Battle(random, attackers, defenders))
                    {
                        local++;
                    }
                }
                return local;
            },
            local => Interlocked.Add(ref wins, local));
        return wins / (double)(_rounds * (long)Environment.ProcessorCount);
    }

    private static bool Battle(Random random, int attackers, int defenders)
    {
        while (attackers > 1 && defenders > 0)
        {
            int attack = Best(random, Math.Min(3, attackers - 1));
            int defend = Best(random, Math.Min(2, defenders));
            if (attack > defend)
            {
                defenders--;
            }
            else
            {
                attackers--;
            }
        }
        return defenders == 0;
    }

    private static int Best(Random random, int dice)
    {
        int best = 0;
        for (int d = 0; d < dice; d++)
        {
            best = Math.Max(best, random.Next(1, 7));
        }
        return best;
    }

    public static void Main()
    {
        var odds = new RiskOdds(2_000);
        Console.WriteLine($"{odds.AttackerWins(8, 5):P1} {odds.AttackerWins(5, 8):P1}");
    }
}
