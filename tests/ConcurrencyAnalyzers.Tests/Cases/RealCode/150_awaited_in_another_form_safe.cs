using System.Collections.Generic;
using System.Threading.Tasks;

namespace Cases.R150;

// What is awaited is the task itself in another form: each filling has ended before the next one begins.
class Reservoir
{
    private readonly List<int> _levels = new();

    public async Task RunAsync(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            await FillAsync(round).Preserve();
            _levels.Remove(round - 10);
        }
    }

    private async ValueTask FillAsync(int round)
    {
        await Task.Delay(10);
        _levels.Add(round);
    }
}
