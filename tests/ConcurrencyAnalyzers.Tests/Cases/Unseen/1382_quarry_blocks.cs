// Sorts out the cracked blocks of a quarry; every worker of the loop collects the flaws and adds them at the end. difficulty: hard
namespace Cabinet.C1382;

public sealed record StoneBlock(int Number, double Density);

public static class QuarryInspection
{
    public static List<int> FindCracked(IReadOnlyList<StoneBlock> blocks, double minimum)
    {
        var cracked = new List<int>();
        var scratch = new List<int>();
        var gate = new object();
        Parallel.For(
            0,
            blocks.Count,
            () => scratch, // expect: RACE?
            (i, _, flaws) =>
            {
                if (blocks[i].Density < minimum)
                {
                    flaws.Add(blocks[i].Number); // expect: RACE
                }
                return flaws;
            },
            flaws =>
            {
                lock (gate)
                {
                    cracked.AddRange(flaws); // expect: RACE?
                }
            });
        return cracked;
    }
}
