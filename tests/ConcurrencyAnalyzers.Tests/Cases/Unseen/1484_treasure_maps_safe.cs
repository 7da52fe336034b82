// Pirates search an island in rounds; after every round the finds are added to one map before the next round begins. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1484;

public sealed record TreasureFind(int X, int Y, int Doubloons);

public sealed class TreasureHunt
{
    private readonly Func<int, int, TreasureFind?> _dig;
    private readonly TreasureFind?[] _finds;
    private readonly List<TreasureFind> _map = new();
    private readonly Barrier _sunset;
    private int _doubloons;
    private bool _rich;

    public TreasureHunt(Func<int, int, TreasureFind?> dig, int pirates, int enough)
    {
        _dig = dig;
        _finds = new TreasureFind?[pirates];
        _sunset = new Barrier(pirates, _ => DrawMap(enough));
    }

    public IReadOnlyList<TreasureFind> Search(int days)
    {
        var pirates = new List<Thread>();
        for (int i = 0; i < _finds.Length; i++)
        {
            int pirate = i;
            var thread = new Thread(() => Dig(pirate, days));
            thread.Start();
            pirates.Add(thread);
        }
        pirates.ForEach(thread => thread.Join());
        return _map;
    }

    private void Dig(int pirate, int days)
    {
        for (int day = 0; day < days && !_rich; day++)
        {
            _finds[pirate] = _dig(pirate, day);
            _sunset.SignalAndWait();
        }
    }

    // runs once a round, while all pirates wait at the barrier
    private void DrawMap(int enough)
    {
        foreach (var find in _finds.OfType<TreasureFind>())
        {
            _map.Add(find);
            _doubloons += find.Doubloons;
        }
        Array.Clear(_finds);
        _rich = _doubloons >= enough;
    }
}
