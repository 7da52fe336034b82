// A wait that gives up after a while has not waited: what is looked at meanwhile is looked at beside the work.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace WaitGivenUp;

public sealed class PearlCount
{
    private readonly List<string> _finds = new();
    private decimal _worth;

    public string Count(IEnumerable<string> shells)
    {
        var work = Task.Run(() => Open(shells));
        if (!work.Wait(TimeSpan.FromSeconds(2)))
        {
            return $"{_finds.Last()} so far"; // expect: RACE#1
        }
        return $"{_finds.Count} pearls, {_worth}";
    }

    public void Show(IEnumerable<string> shells, Action<decimal> show)
    {
        var opener = new Thread(() => Open(shells));
        opener.Start();
        while (!opener.Join(50))
        {
            show(_worth); // expect: NON_ATOMIC#2, RACE?
        }
        show(_worth);
    }

    private void Open(IEnumerable<string> shells)
    {
        foreach (var shell in shells)
        {
            _finds.Add(shell); // expect: RACE#1
            _worth += shell.Length; // expect: NON_ATOMIC#2, RACE?
        }
    }
}
