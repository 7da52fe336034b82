using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Blind.C1125;

public sealed record Preorder(string Customer, string Loaf, int Pieces);

public sealed class PreorderBook
{
    private readonly ConcurrentDictionary<DateOnly, List<Preorder>> _byDay = new();

    public void Accept(DateOnly day, Preorder order)
    {
        var list = _byDay.GetOrAdd(day, _ => new List<Preorder>());
        list.Add(order); // expect: RACE
    }

    public int PiecesFor(DateOnly day, string loaf)
    {
        return _byDay.TryGetValue(day, out var list)
            ? list.Where(o => o.Loaf == loaf).Sum(o => o.Pieces) // expect: RACE?
            : 0;
    }
}

public static class Program
{
    public static async Task Main()
    {
        var book = new PreorderBook();
        var saturday = new DateOnly(2026, 5, 2);
        var tills = Enumerable.Range(1, 4).Select(till => Task.Run(() =>
        {
            for (var n = 0; n < 200; n++)
                book.Accept(saturday, new Preorder($"till {till} / {n}", n % 3 == 0 ? "rye" : "spelt", 1));
        }));
        await Task.WhenAll(tills);
        Console.WriteLine(book.PiecesFor(saturday, "rye"));
    }
}
