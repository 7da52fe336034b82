using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Cases.R188;

// Whether it comes to an end or throws: the printing is over when the waiting is.
class Press
{
    private readonly List<int> _pages = new();
    private Task _printing = Task.CompletedTask;
    private Task _folding = Task.CompletedTask;
    private int _failures;

    public async Task RunAsync()
    {
        _printing = PrintAsync();
        _folding = FoldAsync();
        await Task.WhenAll(_printing, _folding);
    }

    private async Task PrintAsync()
    {
        await Task.Delay(10);
        _pages.Add(1);
    }

    private async Task FoldAsync()
    {
        await Task.Yield();
        try
        {
            await _printing;
        }
        catch (InvalidOperationException)
        {
            _failures++;
        }

        _pages.Clear();
    }
}
