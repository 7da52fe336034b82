using System.Collections.Generic;
using System.Threading.Tasks;

namespace Cases.R171;

// Awaited where nothing is left to wait for, and left alone where there is.
class Harbour
{
    private readonly List<int> _ships = new();

    public async Task RunAsync(int ships)
    {
        for (var ship = 0; ship < ships; ship++)
        {
            var docking = DockAsync(ship); // expect: MISSING_AWAIT?
            if (docking.IsCompletedSuccessfully)
            {
                await docking;
            }

            _ships.Remove(ship - 10); // expect: RACE
        }
    }

    private async ValueTask DockAsync(int ship)
    {
        await Task.Delay(10);
        _ships.Add(ship); // expect: RACE
    }
}
