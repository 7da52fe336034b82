// The machines of all bowling lanes are read out at closing time and the best game of every player is kept. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1441;

public sealed record BowlingGame(int Lane, string Player, int Pins);

public interface IBowlingSink
{
    void Accept(BowlingGame game);
}

public sealed class HallOfFame : IBowlingSink
{
    private readonly Dictionary<string, BowlingGame> _best = new();
    private int _games;

    public int Games => _games;

    public IEnumerable<BowlingGame> Winners => _best.Values.OrderByDescending(game => game.Pins);

    public void Accept(BowlingGame game)
    {
        _games++; // expect: RACE
        if (IsRecord(game))
        {
            _best[game.Player] = game; // expect: RACE
        }
    }

    private bool IsRecord(BowlingGame game) =>
        !_best.TryGetValue(game.Player, out var known) || game.Pins > known.Pins; // expect: RACE?
}

public sealed class LaneReader
{
    private readonly Func<int, IReadOnlyList<BowlingGame>> _readOut;

    public LaneReader(Func<int, IReadOnlyList<BowlingGame>> readOut) => _readOut = readOut;

    public void ReadAll(int lanes, IBowlingSink sink)
    {
        Parallel.For(1, lanes + 1, lane =>
        {
            foreach (var game in _readOut(lane))
            {
                sink.Accept(game);
            }
        });
    }
}

public static class ClosingTime
{
    public static void Print(LaneReader reader, int lanes)
    {
        var fame = new HallOfFame();
        reader.ReadAll(lanes, fame);
        Console.WriteLine($"{fame.Games} games");
        foreach (var game in fame.Winners)
        {
            Console.WriteLine($"{game.Player}: {game.Pins}");
        }
    }
}
