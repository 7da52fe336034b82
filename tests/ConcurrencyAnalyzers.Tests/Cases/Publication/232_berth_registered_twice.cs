// What makes the berth also enters it in the harbour's books, under a number of its own: two of them are entered.
using System.Collections.Concurrent;

namespace Cases.Publication.S232;

public sealed class Berth
{
    private Berth(Guid number) => Number = number;

    public Guid Number { get; }

    public static Berth Claim(string ship)
    {
        var berth = new Berth(Harbour.Enter(ship));
        return berth;
    }
}

public static class Harbour
{
    private static readonly ConcurrentDictionary<Guid, string> s_berths = new();

    public static Guid Enter(string ship)
    {
        var number = Guid.NewGuid();
        s_berths[number] = ship;
        return number;
    }
}

public sealed class Ship(string name)
{
    private Berth? _berth;

    public Guid Dock() => (_berth ??= Berth.Claim(name)).Number; // expect: LAZY_INIT

    public Task<Guid[]> DockAll(int ropes) => Task.WhenAll(Enumerable.Range(0, ropes).Select(_ => Task.Run(Dock)));
}
