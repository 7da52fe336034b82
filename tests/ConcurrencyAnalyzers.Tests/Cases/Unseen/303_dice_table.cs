// A Random with a seed is not thread-safe; the loop body reaches the shared one through a helper. difficulty: medium
namespace Cases.U303;

public sealed class DiceTable(int seed)
{
    private readonly Random _dice = new(seed);

    public int[] RollAll(int players)
    {
        var results = new int[players];
        Parallel.For(0, players, player => results[player] = Roll());
        return results;
    }

    private int Roll() => _dice.Next(1, 7) + _dice.Next(1, 7); // expect: RACE
}
