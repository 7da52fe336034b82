// Cooks put pizzas on a counter with few places and riders take them away, each on a thread of its own. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1458;

public sealed class PizzaCounter<T>
{
    private readonly object _gate = new();
    private readonly Queue<T> _places = new();
    private readonly int _capacity;
    private bool _closed;

    public PizzaCounter(int capacity) => _capacity = capacity;

    public void Put(T pizza)
    {
        lock (_gate)
        {
            while (_places.Count == _capacity)
            {
                Monitor.Wait(_gate);
            }
            _places.Enqueue(pizza);
            Monitor.PulseAll(_gate);
        }
    }

    public bool TryTake(out T? pizza)
    {
        lock (_gate)
        {
            while (_places.Count == 0 && !_closed)
            {
                Monitor.Wait(_gate);
            }
            bool taken = _places.TryDequeue(out pizza);
            Monitor.PulseAll(_gate);
            return taken;
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }
}

public sealed class Rider
{
    private readonly List<string> _delivered = new();

    public Rider(PizzaCounter<string> counter) => Thread = new Thread(() => Drive(counter));

    public Thread Thread { get; }

    public IReadOnlyList<string> Delivered => _delivered;

    private void Drive(PizzaCounter<string> counter)
    {
        while (counter.TryTake(out var pizza))
        {
            _delivered.Add(pizza!);
        }
    }
}

public static class PizzaEvening
{
    public static int Run(int riders, params string[][] cooks)
    {
        var counter = new PizzaCounter<string>(4);
        var crew = Enumerable.Range(0, riders).Select(_ => new Rider(counter)).ToList();
        var kitchen = cooks.Select(pizzas => new Thread(() => Array.ForEach(pizzas, counter.Put))).ToList();
        crew.ForEach(rider => rider.Thread.Start());
        kitchen.ForEach(cook => cook.Start());
        kitchen.ForEach(cook => cook.Join());
        counter.Close();
        crew.ForEach(rider => rider.Thread.Join());
        return crew.Sum(rider => rider.Delivered.Count);
    }
}
