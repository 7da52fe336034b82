// The nearest wrong one: the field is set to null before the next start, whatever the task does meanwhile.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace RealCode.TaskForgottenWhileItRuns;

public sealed class Link
{
    private readonly CancellationTokenSource _end = new();
    private Task? _task;
    private int _sent;

    public void OpenAll(string[] hosts)
    {
        foreach (var host in hosts)
            Open(host);
    }

    private void Forget() => _task = null;

    private void Open(string host)
    {
        Console.WriteLine(host);
        Forget();
        if (_task == null)
        {
            _task = Task.Run(() => Run(_end.Token));
        }
    }

    private void Run(CancellationToken end)
    {
        while (!end.WaitHandle.WaitOne(1000))
        {
            _sent++; // expect: RACE
        }
    }
}
