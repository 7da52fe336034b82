// The ready flag is raised before the table is filled: a thread that sees the flag skips the lock and reads a half-filled table. difficulty: hard
namespace Cases.U732;

public sealed record TaxRule(string Country, decimal Rate);

public interface ITaxRuleFile
{
    IEnumerable<TaxRule> Read();
}

public sealed class TaxTable(ITaxRuleFile file)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, TaxRule> _rules = new(StringComparer.OrdinalIgnoreCase);
    private volatile bool _ready;

    public decimal[] Apply(IReadOnlyList<(string Country, decimal Net)> invoices)
    {
        var gross = new decimal[invoices.Count];
        Parallel.For(0, invoices.Count, i =>
        {
            var (country, net) = invoices[i];
            gross[i] = net * (1 + RateOf(country));
        });
        return gross;
    }

    private decimal RateOf(string country)
    {
        EnsureLoaded();
        return _rules.TryGetValue(country, out var rule) ? rule.Rate : 0m; // expect: LAZY_INIT?, INCONSISTENT_LOCK?, RACE?
    }

    private void EnsureLoaded()
    {
        if (_ready) // expect: LAZY_INIT#1
        {
            return;
        }
        lock (_gate)
        {
            if (_ready)
            {
                return;
            }
            _ready = true; // expect: LAZY_INIT#1
            foreach (var rule in file.Read())
            {
                _rules[rule.Country] = rule; // expect: LAZY_INIT?, RACE?
            }
        }
    }
}
