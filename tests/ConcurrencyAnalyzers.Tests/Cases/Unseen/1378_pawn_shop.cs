// A pawnbroker's shelf: things are put on it and the first one that fits a wish is sold. difficulty: medium
using System;
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1378;

public sealed record Pawn(string Owner, string Thing, decimal Price);

public sealed class PawnShelf
{
    private readonly Lock _gate = new();
    private readonly List<Pawn> _shelf = [];

    public void Put(Pawn pawn)
    {
        lock (_gate)
        {
            _shelf.Add(pawn);
        }
    }

    public Pawn? Sell(Func<Pawn, bool> fits)
    {
        int place = IndexOf(fits); // expect: CHECK_THEN_ACT?
        if (place < 0)
        {
            return null;
        }
        lock (_gate)
        {
            var sold = _shelf[place]; // expect: CHECK_THEN_ACT#1
            _shelf.RemoveAt(place); // expect: CHECK_THEN_ACT#1
            return sold;
        }
    }

    private int IndexOf(Func<Pawn, bool> fits)
    {
        lock (_gate)
        {
            return _shelf.FindIndex(pawn => fits(pawn));
        }
    }
}
