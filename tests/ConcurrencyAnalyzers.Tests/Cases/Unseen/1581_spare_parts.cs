// Orders spare parts from the stock of a workshop, asking the supplier for prices.
namespace Cases.U1581;

public interface ISupplier
{
    Task<decimal> PriceOfAsync(string part);
}

public sealed record Order(string Part, int Quantity);

public sealed class PartsDesk(ISupplier supplier)
{
    private readonly SemaphoreSlim _mutex = new(1, 1);
    private readonly Dictionary<string, int> _stock = [];
    private decimal _turnover;

    public async Task StoreAsync(string part, int quantity)
    {
        await _mutex.WaitAsync();
        try
        {
            _stock[part] = _stock.GetValueOrDefault(part) + quantity;
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async Task<decimal> OrderAllAsync(IEnumerable<Order> orders)
    {
        await Task.WhenAll(orders.Select(OrderAsync));
        return _turnover; // expect: INCONSISTENT_LOCK?, RACE?
    }

    private async Task<bool> OrderAsync(Order order)
    {
        int available = await CountAsync(order.Part);
        if (available < order.Quantity)
        {
            return false;
        }
        decimal price = await supplier.PriceOfAsync(order.Part);

        await _mutex.WaitAsync();
        try
        {
            _stock[order.Part] = available - order.Quantity; // expect: CHECK_THEN_ACT
            _turnover += price * order.Quantity;
            return true;
        }
        finally
        {
            _mutex.Release();
        }
    }

    private async Task<int> CountAsync(string part)
    {
        await _mutex.WaitAsync();
        try
        {
            return _stock.GetValueOrDefault(part);
        }
        finally
        {
            _mutex.Release();
        }
    }
}
