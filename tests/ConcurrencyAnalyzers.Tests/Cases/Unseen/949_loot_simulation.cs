// A seeded Random is not thread-safe: used from all workers its state gets corrupted and Next ends up returning zeros. difficulty: easy
namespace Cases.U949;

public sealed class LootSimulation(int seed)
{
    private readonly Random _dice = new(seed);

    public double DropRate(int chests)
    {
        int rare = 0;
        Parallel.For(0, chests, _ =>
        {
            if (_dice.Next(100) < 3) // expect: RACE
            {
                Interlocked.Increment(ref rare);
            }
        });
        return (double)rare / chests;
    }
}
