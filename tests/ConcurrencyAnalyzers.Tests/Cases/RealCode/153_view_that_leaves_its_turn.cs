using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Avalonia
{
    public abstract class AvaloniaObject;
}

namespace Cases.R153
{
    class LobbyView : Avalonia.AvaloniaObject
    {
        private readonly Dictionary<string, int> _seats = new();

        public Task OpenAsync(string[] players)
        {
            foreach (var player in players)
            {
                _ = SeatAsync(player);
            }

            _seats["host"] = 0; // expect: RACE?
            return Task.CompletedTask;
        }

        private async Task SeatAsync(string player)
        {
            await Task.Delay(10).ConfigureAwait(false);
            _seats[player] = _seats.Values.Max() + 1; // expect: RACE
        }
    }
}
