using System.Collections.Generic;
using System.Threading.Tasks;

namespace Cases.R179;

// Waits, but for a task that has nothing to do with the pages.
class Press
{
    private readonly List<int> _pages = new();
    private Task? _heating;
    private Task? _printing;
    private Task? _folding;

    public async Task RunAsync()
    {
        _heating = Task.Delay(5);
        _printing = PrintAsync();
        _folding = FoldAsync();
        await Task.WhenAll(_heating, _printing, _folding);
    }

    private async Task PrintAsync()
    {
        await Task.Delay(10);
        _pages.Add(1); // expect: RACE
    }

    private async Task FoldAsync()
    {
        await Task.Yield();
        if (_heating is { IsCompleted: false } heating)
        {
            await heating;
        }

        _pages.Clear(); // expect: RACE
    }
}
