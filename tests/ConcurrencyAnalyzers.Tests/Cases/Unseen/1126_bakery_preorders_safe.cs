using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Blind.C1126;

public sealed record Preorder(string Customer, string Loaf, int Pieces);

public sealed class PreorderBook
{
    private readonly ConcurrentDictionary<DateOnly, List<Preorder>> _byDay = new();

    public void Accept(DateOnly day, Preorder order)
    {
        var list = _byDay.GetOrAdd(day, _ => new List<Preorder>());
        lock (list)
        {
            list.Add(order);
        }
    }

    public int PiecesFor(DateOnly day, string loaf)
    {
        if (!_byDay.TryGetValue(day, out var list))
            return 0;
        lock (list)
        {
            return list.Where(o => o.Loaf == loaf).Sum(o => o.Pieces);
        }
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
            {
                book.Accept(saturday, new Preorder($"till {till} / {n}", n % 3 == 0 ? "rye" : "spelt", 1));
                if (n % 50 == 0)
                    Console.WriteLine($"till {till} sees {book.PiecesFor(saturday, "rye")} rye");
            }
        }));
        await Task.WhenAll(tills);
        Console.WriteLine(book.PiecesFor(saturday, "rye"));
    }
}
