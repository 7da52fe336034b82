// Waits that may give up, and code that goes on only where they have not.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace WaitGivenUpSafe;

public sealed class ShellCount
{
    private readonly List<string> _finds = new();
    private decimal _worth;
    private int _opened;

    public string Count(IEnumerable<string> shells)
    {
        var work = Task.Run(() => Open(shells));
        if (!work.Wait(TimeSpan.FromSeconds(2)))
        {
            throw new TimeoutException("the shells are hard");
        }
        return $"{_finds.Count} pearls, {_worth}";
    }

    public decimal Show(IEnumerable<string> shells, Action<int> show)
    {
        var opener = new Thread(() => Open(shells));
        opener.Start();
        while (!opener.Join(50))
        {
            show(Volatile.Read(ref _opened));
        }
        return _worth + _finds.Count;
    }

    public decimal Both(IEnumerable<string> left, IEnumerable<string> right)
    {
        var (one, other) = (new ShellCount(), new ShellCount());
        var works = new[] { Task.Run(() => one.Open(left)), Task.Run(() => other.Open(right)) };
        var ended = Task.WaitAll(works, 1000);
        return ended ? one._worth + other._worth : 0;
    }

    private void Open(IEnumerable<string> shells)
    {
        foreach (var shell in shells)
        {
            _finds.Add(shell);
            _worth += shell.Length;
            Interlocked.Increment(ref _opened);
        }
    }
}
