using System.Collections.Generic;
using System.Threading.Tasks;

namespace Microsoft.Maui.Controls
{
    public abstract class BindableObject;
}

namespace Cases.R154
{
    class Lobby : Microsoft.Maui.Controls.BindableObject
    {
        private readonly Dictionary<string, int> _seats = new();

        public async Task OpenAsync(string[] players)
        {
            foreach (var player in players)
            {
                _ = SeatAsync(player);
            }

            foreach (var seat in _seats) // expect: RACE#1
            {
                await Task.Delay(seat.Value);
            }
        }

        private async Task SeatAsync(string player)
        {
            await Task.Delay(10);
            _seats[player] = player.Length; // expect: RACE#1
        }
    }
}
