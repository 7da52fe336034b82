// A deck is shuffled on one thread while the readers already wait at their tables for the cards. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1482;

public sealed class TarotDeck
{
    private readonly ManualResetEventSlim _ready = new(false);
    private string[] _cards = [];
    private int _seed;

    public void Shuffle(string[] cards, int seed)
    {
        var shuffled = cards.ToArray();
        new Random(seed).Shuffle(shuffled);
        _cards = shuffled;
        _seed = seed;
        _ready.Set();
    }

    public string[] Deal(int table, int count)
    {
        _ready.Wait();
        return _cards.Skip(table * count).Take(count).ToArray();
    }

    public string Describe()
    {
        _ready.Wait();
        return $"{_cards.Length} cards, seed {_seed}";
    }
}

public sealed class FortuneTent
{
    private readonly string[] _cards;

    public FortuneTent(IEnumerable<string> cards) => _cards = cards.ToArray();

    public string Open(int tables, int seed)
    {
        var deck = new TarotDeck();
        var spreads = new string[tables];
        var readers = new Thread[tables];
        for (int i = 0; i < tables; i++)
        {
            int table = i;
            readers[table] = new Thread(() => spreads[table] = Interpret(deck.Deal(table, 3)));
            readers[table].Start();
        }
        deck.Shuffle(_cards, seed);
        foreach (var reader in readers)
        {
            reader.Join();
        }
        return $"{deck.Describe()}: {string.Join(" | ", spreads)}";
    }

    private static string Interpret(string[] spread) =>
        spread.Length == 3 ? $"{spread[0]} meets {spread[1]} before {spread[2]}" : "the deck is empty";
}
