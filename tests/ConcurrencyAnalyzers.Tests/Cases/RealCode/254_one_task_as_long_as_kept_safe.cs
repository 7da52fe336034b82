// The field holds the one task: it is started where none is kept, and forgotten only by who has waited for its end. A connection may be
// opened as often as one likes.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace RealCode.OneTaskAsLongAsKept;

public sealed class KeepAlive
{
    public Task? Task { get; set; }
}

public sealed class Link
{
    private readonly KeepAlive _state = new();
    private readonly CancellationTokenSource _end = new();
    private string _last = "";
    private int _sent;

    private KeepAlive State => _state;

    public void OpenAll(string[] hosts)
    {
        foreach (var host in hosts)
            Open(host);
    }

    public void Close()
    {
        _end.Cancel();
        if (State.Task != null && !State.Task.IsCompleted)
            State.Task.Wait();
        State.Task = null;
    }

    private void Open(string host)
    {
        Console.WriteLine(host);
        if (State.Task == null)
        {
            State.Task = Task.Run(() => Run(_end.Token));
        }
    }

    private void Run(CancellationToken end)
    {
        while (!end.WaitHandle.WaitOne(1000))
        {
            _sent++;
            _last = _last.Length > 80 ? "." : _last + ".";
        }
    }
}
