// Every chair of a barber shop reports how long customers waited; the shop keeps the longest and the shortest time. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1463;

public sealed class WaitingTimes
{
    private long _longest;
    private long _shortest = long.MaxValue;
    private long _sum;
    private int _customers;

    public TimeSpan Longest => TimeSpan.FromTicks(Interlocked.Read(ref _longest));

    public TimeSpan Shortest => TimeSpan.FromTicks(Interlocked.Read(ref _shortest));

    public TimeSpan Average => _customers == 0 ? TimeSpan.Zero : TimeSpan.FromTicks(_sum / _customers);

    public void Report(TimeSpan wait)
    {
        Interlocked.Increment(ref _customers);
        Interlocked.Add(ref _sum, wait.Ticks);
        if (wait.Ticks > Interlocked.Read(ref _longest)) // expect: NON_ATOMIC#1, CHECK_THEN_ACT?, RACE?
        {
            Interlocked.Exchange(ref _longest, wait.Ticks); // expect: NON_ATOMIC#1, CHECK_THEN_ACT?, RACE?
        }
        long shortest = Interlocked.Read(ref _shortest); // expect: NON_ATOMIC#2, CHECK_THEN_ACT?, RACE?
        Interlocked.Exchange(ref _shortest, Math.Min(shortest, wait.Ticks)); // expect: NON_ATOMIC#2, CHECK_THEN_ACT?, RACE?
    }
}

public sealed class BarberChair
{
    private readonly Func<IEnumerable<TimeSpan>> _customers;
    private readonly WaitingTimes _times;
    private readonly Thread _thread;

    public BarberChair(Func<IEnumerable<TimeSpan>> customers, WaitingTimes times)
    {
        _customers = customers;
        _times = times;
        _thread = new Thread(Work);
    }

    public void Open() => _thread.Start();

    public void Close() => _thread.Join();

    private void Work()
    {
        foreach (var wait in _customers())
        {
            _times.Report(wait);
        }
    }
}

public static class BarberShop
{
    public static string Day(params Func<IEnumerable<TimeSpan>>[] chairs)
    {
        var times = new WaitingTimes();
        var crew = chairs.Select(customers => new BarberChair(customers, times)).ToList();
        crew.ForEach(chair => chair.Open());
        crew.ForEach(chair => chair.Close());
        return $"{times.Shortest:c} to {times.Longest:c}, average {times.Average:c}";
    }
}
