using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PPeatCores;

public abstract class CrateBuffer<T> : IDisposable
{
    private readonly Timer _timer;

    protected CrateBuffer()
    {
        _timer = new Timer(_ => Ship(), null, Timeout.Infinite, Timeout.Infinite);
    }

    protected object Gate { get; } = new();

    protected List<T> Items { get; } = new();

    public void Start(int everyMs) => _timer.Change(everyMs, everyMs);

    public void Add(T item)
    {
        lock (Gate)
        {
            Items.Add(item);
        }
    }

    protected abstract void Ship();

    public void Dispose() => _timer.Dispose();
}

public sealed record PeatCore(string Bog, double Depth);

public sealed class CoreCrates : CrateBuffer<PeatCore>
{
    private readonly ConcurrentQueue<PeatCore[]> _shipped = new();

    public int Shipped => _shipped.Count;

    protected override void Ship()
    {
        if (Items.Count == 0) // expect: INCONSISTENT_LOCK#1
        {
            return;
        }
        var crate = Items.ToArray(); // expect: INCONSISTENT_LOCK#1
        Items.Clear(); // expect: INCONSISTENT_LOCK#1
        _shipped.Enqueue(crate);
    }
}

public static class BogSurvey
{
    public static int Run(int drills)
    {
        using var crates = new CoreCrates();
        crates.Start(20);
        Parallel.For(0, drills, d =>
        {
            for (int depth = 0; depth < 50; depth++)
            {
                crates.Add(new PeatCore("bog " + d, depth * 0.1));
            }
        });
        return crates.Shipped;
    }
}
