// The flag is raised before the table is filled: a second caller passes the outer check and reads a half-filled dictionary. difficulty: medium
namespace Cases.U639;

public sealed class TaxTable(string csv)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, decimal> _rates = new(StringComparer.OrdinalIgnoreCase);
    private volatile bool _loaded;

    public decimal RateFor(string region)
    {
        if (!_loaded) // expect: LAZY_INIT#1
        {
            lock (_gate)
            {
                if (!_loaded)
                {
                    _loaded = true; // expect: LAZY_INIT#1
                    Fill();
                }
            }
        }
        return _rates.GetValueOrDefault(region, 0.19m); // expect: LAZY_INIT?, RACE?, INCONSISTENT_LOCK?
    }

    private void Fill()
    {
        foreach (var line in csv.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split(';');
            if (cells.Length == 2 && decimal.TryParse(cells[1], out var rate))
            {
                _rates[cells[0].Trim()] = rate; // expect: LAZY_INIT?, RACE?
            }
        }
    }
}

public static class TaxRun
{
    public static decimal Total(TaxTable table, IEnumerable<(string Region, decimal Net)> sales) =>
        sales.AsParallel().Sum(sale => sale.Net * (1m + table.RateFor(sale.Region)));
}
