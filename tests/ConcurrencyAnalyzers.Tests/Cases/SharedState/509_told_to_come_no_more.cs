// Who takes a registration back is told at once: the callback may be half way through what is read then.
using System;
using System.Threading;

namespace ToldToComeNoMore;

public sealed class StopReport
{
    private string? _by;
    private int _calls;

    public void Note(string by)
    {
        _by = by; // expect: RACE?
        _calls++; // expect: RACE#1
    }

    public bool IsEmpty() => _calls == 0; // expect: RACE#1

    public string? By => _by; // expect: RACE?
}

public sealed class Centrifuge(Func<bool> turn)
{
    private readonly StopReport _report = new();

    public string Spin(CancellationToken stop, string laboratory)
    {
        var registered = stop.Register(() => _report.Note(laboratory));
        while (turn() && !stop.IsCancellationRequested)
        {
        }
        registered.Unregister();
        return _report.IsEmpty() ? "done" : "stopped by " + _report.By;
    }
}
