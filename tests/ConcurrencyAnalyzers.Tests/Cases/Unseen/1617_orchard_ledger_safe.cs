// Pickers report their crates; a generic guard runs every access to the ledger.
namespace Cases.U1617;

public sealed class Guarded<T>(T value)
    where T : class
{
    private readonly Lock _gate = new();

    public TResult Use<TResult>(Func<T, TResult> use)
    {
        lock (_gate)
        {
            return use(value);
        }
    }

    public void Change(Action<T> change)
    {
        lock (_gate)
        {
            change(value);
        }
    }
}

public sealed class OrchardLedger
{
    private readonly Dictionary<string, int> _crates = [];
    private int _total;

    public void Record(string variety, int crates)
    {
        _crates[variety] = _crates.GetValueOrDefault(variety) + crates;
        _total += crates;
    }

    public int Total => _total;

    public KeyValuePair<string, int>[] ByVariety() => [.. _crates.OrderBy(c => c.Key)];
}

public sealed class Picker(string variety, Guarded<OrchardLedger> ledger)
{
    public async Task PickAsync(int trees)
    {
        for (int tree = 0; tree < trees; tree++)
        {
            int crates = 1 + tree % 3;
            ledger.Change(l => l.Record(variety, crates));
            await Task.Yield();
        }
    }
}

public static class Orchard
{
    public static async Task<string> HarvestAsync(string[] varieties)
    {
        var ledger = new Guarded<OrchardLedger>(new OrchardLedger());
        var picking = varieties.Select(v => Task.Run(() => new Picker(v, ledger).PickAsync(200))).ToList();
        int early = ledger.Use(l => l.Total);
        await Task.WhenAll(picking);
        var crates = ledger.Use(l => l.ByVariety());
        return $"{early}: {string.Join(", ", crates)}";
    }
}
