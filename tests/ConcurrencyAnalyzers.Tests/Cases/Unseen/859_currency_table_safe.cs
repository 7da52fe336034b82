// Double-checked locking done right: volatile field, second check under the lock, and the table is complete before it is published. difficulty: easy
namespace Cases.U859;

public sealed class CurrencyTable(string path)
{
    private readonly object _gate = new();
    private volatile IReadOnlyDictionary<string, int>? _decimals;

    public int DecimalsOf(string currency)
    {
        return Table().TryGetValue(currency, out var decimals) ? decimals : 2;
    }

    private IReadOnlyDictionary<string, int> Table()
    {
        var table = _decimals;
        if (table != null)
        {
            return table;
        }

        lock (_gate)
        {
            table = _decimals;
            if (table == null)
            {
                table = Load();
                _decimals = table;
            }
            return table;
        }
    }

    private Dictionary<string, int> Load()
    {
        var loaded = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in File.ReadLines(path))
        {
            var parts = line.Split('=', 2);
            loaded[parts[0]] = int.Parse(parts[1]);
        }
        return loaded;
    }
}
