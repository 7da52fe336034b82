using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Cases.R189;

// Where the heating throws, nobody has waited for the printing.
class Press
{
    private readonly List<int> _pages = new();
    private Task _heating = Task.CompletedTask;
    private Task _printing = Task.CompletedTask;
    private Task _folding = Task.CompletedTask;
    private int _failures;

    public async Task RunAsync()
    {
        _heating = HeatAsync();
        _printing = PrintAsync();
        _folding = FoldAsync();
        await Task.WhenAll(_printing, _folding);
    }

    private static async Task HeatAsync()
    {
        await Task.Delay(1);
        throw new InvalidOperationException();
    }

    private async Task PrintAsync()
    {
        await Task.Delay(10);
        _pages.Add(1); // expect: RACE
    }

    private async Task FoldAsync()
    {
        await Task.Yield();
        try
        {
            await _heating;
            await _printing;
        }
        catch (InvalidOperationException)
        {
            _failures++;
        }

        _pages.Clear(); // expect: RACE
    }
}
