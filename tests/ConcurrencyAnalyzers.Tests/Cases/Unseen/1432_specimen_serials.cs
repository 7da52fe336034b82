// Numbers the specimens of a collection; every kind asks through its own generic class, the numbers are common to all. difficulty: hard
namespace Cabinet.C1432;

public static class SerialRoll
{
    public static int Last;
}

public static class SerialOf<TSpecimen>
{
    private static readonly object s_gate = new();

    public static int Next()
    {
        lock (s_gate)
        {
            return ++SerialRoll.Last; // expect: INCONSISTENT_LOCK, RACE?
        }
    }
}

public sealed record Fern(int Serial);

public sealed record Moss(int Serial);

public static class Herbarium
{
    public static int Catalogue(int ferns, int mosses)
    {
        var numbers = new HashSet<int>();
        var moss = new Moss[mosses];
        var fern = new Fern[ferns];
        Parallel.Invoke(
            () => Fill(fern, SerialOf<Fern>.Next, number => new Fern(number)),
            () => Fill(moss, SerialOf<Moss>.Next, number => new Moss(number)));
        numbers.UnionWith(fern.Select(f => f.Serial));
        numbers.UnionWith(moss.Select(m => m.Serial));
        return numbers.Count;
    }

    private static void Fill<T>(T[] target, Func<int> next, Func<int, T> create)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = create(next());
        }
    }
}
