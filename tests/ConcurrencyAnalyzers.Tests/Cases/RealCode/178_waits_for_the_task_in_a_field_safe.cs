using System.Collections.Generic;
using System.Threading.Tasks;

namespace Cases.R178;

// The one flow waits for the task of the other before it touches what that one has filled.
class Press
{
    private readonly List<int> _pages = new();
    private Task? _printing;
    private Task? _folding;

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
        if (_printing is { IsCompleted: false } printing)
        {
            await printing;
        }

        _pages.Clear();
    }
}
