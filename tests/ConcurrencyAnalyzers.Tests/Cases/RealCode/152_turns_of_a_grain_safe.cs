using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Orleans.Runtime
{
    public abstract class SystemTarget;
}

namespace Cases.R152
{
    // The grain goes on where it was called: one turn at a time, so that no turn finds the dictionary half changed.
    class Lobby : Orleans.Runtime.SystemTarget
    {
        private readonly Dictionary<string, int> _seats = new();

        public Task OpenAsync(string[] players)
        {
            foreach (var player in players)
            {
                _ = SeatAsync(player);
            }

            _seats["host"] = 0;
            return Task.CompletedTask;
        }

        private async Task SeatAsync(string player)
        {
            await Task.Delay(10);
            _seats[player] = _seats.Values.Max() + 1;
        }
    }
}
