using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace Blind.C1127;

public sealed class WineCellar
{
    private readonly ConcurrentDictionary<string, int> _bottles = new(StringComparer.OrdinalIgnoreCase);

    public void Deliver(string label, int bottles)
    {
        if (_bottles.TryGetValue(label, out var stock)) // expect: CHECK_THEN_ACT?
            _bottles[label] = stock + bottles; // expect: CHECK_THEN_ACT#1
        else
            _bottles[label] = bottles; // expect: CHECK_THEN_ACT#1
    }

    public bool TryServe(string label, int bottles)
    {
        if (!_bottles.TryGetValue(label, out var stock) || stock < bottles) // expect: CHECK_THEN_ACT?
            return false;
        _bottles[label] = stock - bottles; // expect: CHECK_THEN_ACT
        return true;
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
