using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Outdoor.Kayaks;

public interface ICardTerminal
{
    Task<bool> ChargeAsync(string card, decimal amount);
}

public sealed class KayakRental
{
    private readonly ICardTerminal _terminal;
    private readonly object _rack = new();
    private readonly HashSet<string> _out = new();
    private int _free;

    public KayakRental(ICardTerminal terminal, int kayaks)
    {
        _terminal = terminal;
        _free = kayaks;
    }

    public async Task<bool> RentAsync(string card)
    {
        lock (_rack)
        {
            if (_free == 0 || _out.Contains(card))
            {
                return false;
            }
        }
        if (!await _terminal.ChargeAsync(card, 24.50m).ConfigureAwait(false))
        {
            return false;
        }
        lock (_rack)
        {
            _free--; // expect: CHECK_THEN_ACT#1
            _out.Add(card); // expect: CHECK_THEN_ACT#1
        }
        return true;
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

public static class JettyMorning
{
    public static async Task<int> ServeAsync(ICardTerminal terminal, IEnumerable<string> cards)
    {
        var rental = new KayakRental(terminal, 12);
        var served = await Task.WhenAll(cards.Select(card => Task.Run(() => rental.RentAsync(card))));
        return served.Count(s => s);
    }
}
