// Books the fill-ups of a lorry fleet on one prepaid card after each of them has been confirmed by the filling station. difficulty: medium
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1515;

public sealed record FillUp(string Lorry, string Station, decimal Price);

public interface IStationGateway
{
    Task<bool> ConfirmAsync(FillUp fillUp);
}

public sealed class PrepaidFuelCard(IStationGateway stations, decimal credit)
{
    private decimal _left = credit;

    public decimal Left => _left;

    public async Task<bool> PayAsync(FillUp fillUp)
    {
        decimal rest = _left - fillUp.Price; // expect: RACE#1
        if (rest < 0 || !await stations.ConfirmAsync(fillUp))
        {
            return false;
        }
        _left = rest; // expect: RACE#1
        return true;
    }
}

public sealed class FleetDay(IStationGateway stations)
{
    public async Task<(int Paid, decimal Left)> SettleAsync(IEnumerable<FillUp> fillUps)
    {
        var card = new PrepaidFuelCard(stations, 5_000m);
        var paid = await Task.WhenAll(fillUps.Select(card.PayAsync));
        return (paid.Count(ok => ok), card.Left);
    }
}
