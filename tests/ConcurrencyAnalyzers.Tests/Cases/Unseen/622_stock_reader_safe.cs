// Repaired fan-out: the concurrent lambdas only return values, the dictionary is built by one flow after WhenAll. difficulty: medium
namespace Cases.U622;

public sealed record StockLevel(string Sku, int OnHand);

public interface IWarehouse
{
    string Name { get; }

    Task<StockLevel?> QueryAsync(string sku, CancellationToken token);
}

public sealed class StockReader(IReadOnlyList<IWarehouse> warehouses)
{
    public async Task<IReadOnlyDictionary<string, int>> ReadAsync(IEnumerable<string> skus, CancellationToken token)
    {
        var queries =
            from sku in skus.Distinct(StringComparer.Ordinal)
            from warehouse in warehouses
            select QueryOneAsync(warehouse, sku, token);

        StockLevel?[] levels = await Task.WhenAll(queries).ConfigureAwait(false);

        var onHand = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var level in levels)
        {
            if (level is not null)
            {
                onHand[level.Sku] = onHand.GetValueOrDefault(level.Sku) + level.OnHand;
            }
        }
        return onHand;
    }

    private static async Task<StockLevel?> QueryOneAsync(IWarehouse warehouse, string sku, CancellationToken token)
    {
        try
        {
            return await warehouse.QueryAsync(sku, token).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}

public static class StockReport
{
    public static async Task<string> WriteAsync(IReadOnlyList<IWarehouse> warehouses, string[] skus, CancellationToken token)
    {
        var reader = new StockReader(warehouses);
        var levels = await reader.ReadAsync(skus, token).ConfigureAwait(false);
        return string.Join(Environment.NewLine, levels.OrderBy(l => l.Key).Select(l => $"{l.Key}\t{l.Value}"));
    }
}
