// Who disposes of a registration waits for its callback, and who reads through volatile fields may come too early.
using System;
using System.Threading;

namespace WaitedForTheLast;

public sealed class EndReport
{
    private string? _by;
    private int _calls;

    public void Note(string by)
    {
        _by = by;
        _calls++;
    }

    public bool IsEmpty() => _calls == 0;

    public string? By => _by;
}

public sealed class Autoclave(Func<bool> heat)
{
    private readonly EndReport _report = new();
    private volatile string? _last;

    public string Heat(CancellationToken stop, string ward)
    {
        using (stop.Register(() => _report.Note(ward)))
        {
            while (heat() && !stop.IsCancellationRequested)
            {
            }
        }
        return _report.IsEmpty() ? "done" : "stopped by " + _report.By;
    }

    public string? Cool(CancellationToken stop, string ward)
    {
        var registered = stop.Register(() => _last = ward);
        while (heat() && !stop.IsCancellationRequested)
        {
        }
        registered.Unregister();
        return _last;
    }
}
