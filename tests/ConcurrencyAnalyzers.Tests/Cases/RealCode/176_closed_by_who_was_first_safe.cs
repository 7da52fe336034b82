using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.R176;

// Both loops close the line when they end, and so may others; who stores the task first starts it, once.
class Line
{
    private readonly List<int> _open = new() { 1, 2, 3 };
    private Task? _closing;

    public Task RunAsync() => Task.WhenAll(ReadAsync(), WriteAsync());

    public void Close()
    {
        if (_closing is not null)
        {
            return;
        }

        var closing = new Task(CloseAll);
        if (Interlocked.CompareExchange(ref _closing, closing, null) is not null)
        {
            return;
        }

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
        foreach (var number in _open)
        {
            Console.WriteLine(number);
        }

        _open.Clear();
    }
}
