using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.R177;

// The task is kept by who was first, but everybody starts one of his own.
class Line
{
    private readonly List<int> _open = new() { 1, 2, 3 };
    private Task? _closing;

    public Task RunAsync() => Task.WhenAll(ReadAsync(), WriteAsync());

    private void Close()
    {
        var closing = new Task(CloseAll);
        Interlocked.CompareExchange(ref _closing, closing, null);
        closing.Start();
    }

    private async Task ReadAsync()
    {
        await Task.Delay(10);
        Close();
    }

    private async Task WriteAsync()
    {
        await Task.Delay(20);
        Close();
    }

    private void CloseAll()
    {
        foreach (var number in _open) // expect: RACE
        {
            Console.WriteLine(number);
        }

        _open.Clear(); // expect: RACE
    }
}
