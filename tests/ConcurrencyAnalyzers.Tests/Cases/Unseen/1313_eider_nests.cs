using System;
using System.Threading;
using System.Threading.Tasks;

namespace PEiderNests;

public sealed class HideBell
{
    private Action<int>? _rung;

    public void Watch(Action<int> watcher)
    {
        _rung += watcher; // expect: RACE
    }

    public void Ring(int birds) => _rung?.Invoke(birds);
}

public interface INestWatcher
{
    void Attach(HideBell bell);
}

public sealed class NestCounter : INestWatcher
{
    private int _seen;

    public int Seen => Volatile.Read(ref _seen);

    public void Attach(HideBell bell)
    {
        Thread.SpinWait(50);
        bell.Watch(birds => Interlocked.Add(ref _seen, birds));
    }
}

public static class ColonyHide
{
    public static int Open(int hides)
    {
        var bell = new HideBell();
        var counters = new NestCounter[hides];
        for (int i = 0; i < hides; i++)
        {
            counters[i] = new NestCounter();
        }

        Parallel.ForEach<INestWatcher>(counters, watcher => watcher.Attach(bell));
        bell.Ring(3);

        int total = 0;
        foreach (var counter in counters)
        {
            total += counter.Seen;
        }
        return total;
    }
}
