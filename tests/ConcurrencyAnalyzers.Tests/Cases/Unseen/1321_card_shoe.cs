// A shoe deals the cards of several shuffled packs one by one to the tables of a casino. difficulty: hard
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Menagerie.M1321;

public sealed class CardShoe : IDisposable
{
    private readonly IEnumerator<string> _cards;

    public CardShoe(int packs) => _cards = Shuffled(packs).GetEnumerator();

    public string? Deal() => _cards.MoveNext() ? _cards.Current : null; // expect: RACE#1

    public void Dispose() => _cards.Dispose();

    public static string?[] DealToAll(int seats)
    {
        using var shoe = new CardShoe(packs: 6);
        var cards = new string?[seats];
        Parallel.For(0, seats, seat => cards[seat] = shoe.Deal()); // expect: RACE#1
        return cards;
    }

    private static IEnumerable<string> Shuffled(int packs)
    {
        var random = new Random();
        for (int left = packs * 52; left > 0; left--) // expect: RACE?
        {
            int card = random.Next(52); // expect: RACE?
            yield return $"{"SHDC"[card / 13]}{card % 13 + 1}"; // expect: RACE?
        }
    }
}
