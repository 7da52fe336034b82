using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Outdoor.Sleds;

public interface IPaymentPad
{
    Task<bool> ChargeAsync(string card, decimal amount);
}

public sealed class SledRental
{
    private readonly IPaymentPad _pad;
    private readonly object _rack = new();
    private readonly HashSet<string> _out = new();
    private int _free;

    public SledRental(IPaymentPad pad, int sleds)
    {
        _pad = pad;
        _free = sleds;
    }

    public async Task<bool> RentAsync(string card)
    {
        lock (_rack)
        {
            if (_free == 0 || !_out.Add(card))
            {
                return false;
            }
            _free--;
        }
        var paid = false;
        try
        {
            paid = await _pad.ChargeAsync(card, 9.00m).ConfigureAwait(false);
        }
        finally
        {
            if (!paid)
            {
                Return(card);
            }
        }
        return paid;
    }

    public void Return(string card)
    {
        lock (_rack)
        {
            if (_out.Remove(card))
            {
                _free++;
            }
        }
    }
}

public static class SlopeMorning
{
    public static async Task<int> ServeAsync(IPaymentPad pad, IEnumerable<string> cards)
    {
        var rental = new SledRental(pad, 12);
        var served = await Task.WhenAll(cards.Select(card => Task.Run(() => rental.RentAsync(card))));
        return served.Count(s => s);
    }
}
