using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace PCanalPassesSafe;

public sealed class PassBook
{
    private readonly object _gate = new();
    private readonly SortedSet<ulong> _open = new();
    private ulong _last;

    public ulong Issue()
    {
        lock (_gate)
        {
            var pass = ++_last;
            _open.Add(pass);
            return pass;
        }
    }

    public void Settle(ulong pass)
    {
        lock (_gate)
        {
            _open.Remove(pass);
        }
    }

    public IReadOnlyCollection<ulong> UpTo(ulong newest)
    {
        lock (_gate)
        {
            var view = _open.GetViewBetween(0, newest);
            return view.ToArray();
        }
    }
}

public static class CanalToll
{
    public static long Collect(int barges)
    {
        var book = new PassBook();
        var bank = new Thread(() =>
        {
            for (int i = 0; i < barges; i++)
            {
                var pass = book.Issue();
                if (pass % 3 == 0)
                {
                    book.Settle(pass);
                }
            }
        });
        bank.Start();

        long owed = 0;
        for (ulong mark = 10; mark <= 100; mark += 10)
        {
            foreach (var pass in book.UpTo(mark))
            {
                owed += (long)(pass % 7);
            }
        }
        bank.Join();
        return owed;
    }
}
