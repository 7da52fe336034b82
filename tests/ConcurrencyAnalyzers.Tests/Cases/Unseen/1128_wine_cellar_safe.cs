using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace Blind.C1128;

public sealed class WineCellar
{
    private readonly ConcurrentDictionary<string, int> _bottles = new(StringComparer.OrdinalIgnoreCase);

    public void Deliver(string label, int bottles)
        => _bottles.AddOrUpdate(label, bottles, (_, stock) => stock + bottles);

    public bool TryServe(string label, int bottles)
    {
        while (_bottles.TryGetValue(label, out var stock))
        {
            if (stock < bottles)
                return false;
            if (_bottles.TryUpdate(label, stock - bottles, stock))
                return true;
        }
        return false;
    }

    public int Stock(string label) => _bottles.GetValueOrDefault(label);
}

public static class Program
{
    private static readonly string[] Labels = ["Blaufränkisch", "Riesling", "Silvaner"];

    public static void Main()
    {
        var cellar = new WineCellar();
        foreach (var label in Labels)
            cellar.Deliver(label, 120);

        Parallel.Invoke(
            () => Waiter(cellar, "Riesling"),
            () => Waiter(cellar, "Riesling"),
            () => cellar.Deliver("Riesling", 24));

        Console.WriteLine(cellar.Stock("Riesling"));
    }

    private static void Waiter(WineCellar cellar, string label)
    {
        while (cellar.TryServe(label, 2))
        {
        }
    }
}
