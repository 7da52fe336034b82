using System.Collections.Generic;
using System.Threading.Tasks;

namespace Cases.R151;

class Reservoir
{
    private readonly List<int> _levels = new();

    public async Task RunAsync(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var filling = FillAsync(round).Preserve(); // expect: MISSING_AWAIT?
            await Task.Delay(5);
            _levels.Remove(round - 10); // expect: RACE
            if (round > 100)
            {
                await filling;
            }
        }
    }

    private async ValueTask FillAsync(int round)
    {
        await Task.Delay(10);
        _levels.Add(round); // expect: RACE
    }
}
