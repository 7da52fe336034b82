using System.Collections.Generic;
using System.Threading.Tasks;

namespace Cases.R170;

// Where it is not awaited it has ended already: each docking is over before the next one begins.
class Harbour
{
    private readonly List<int> _ships = new();

    public async Task RunAsync(int ships)
    {
        for (var ship = 0; ship < ships; ship++)
        {
            var docking = DockAsync(ship);
            if (!docking.IsCompletedSuccessfully)
            {
                await docking;
            }

            _ships.Remove(ship - 10);
        }
    }

    private async ValueTask DockAsync(int ship)
    {
        await Task.Delay(10);
        _ships.Add(ship);
    }
}
