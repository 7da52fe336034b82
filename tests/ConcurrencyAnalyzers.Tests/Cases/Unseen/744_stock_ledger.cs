// The stock is checked in one call and reduced in another: two orders can both pass the check for the last item. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U744;

public sealed record CartLine(string Sku, int Quantity);

public sealed class StockLedger
{
    private readonly ConcurrentDictionary<string, int> _available = new(StringComparer.OrdinalIgnoreCase);

    public int Available(string sku) => _available.GetValueOrDefault(sku);

    public void Restock(string sku, int quantity) =>
        _available.AddOrUpdate(sku, quantity, (_, current) => current + quantity);

    public bool TryReserve(CartLine line)
    {
        if (!_available.TryGetValue(line.Sku, out int available) || available < line.Quantity)
        {
            return false;
        }
        _available.AddOrUpdate(line.Sku, 0, (_, current) => current - line.Quantity); // expect: CHECK_THEN_ACT
        return true;
    }

    public async Task<CartLine[]> ReserveAllAsync(IEnumerable<CartLine> lines)
    {
        var reservations = lines
            .Select(line => Task.Run(() => TryReserve(line) ? null : line))
            .ToArray();
        var rejected = await Task.WhenAll(reservations);
        return rejected.OfType<CartLine>().ToArray();
    }
}
