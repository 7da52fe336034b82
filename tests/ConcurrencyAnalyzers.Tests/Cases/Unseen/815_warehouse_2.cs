// Removing stock locks the warehouse, then the plan; listing the plan locks the plan, then the warehouse. difficulty: hard
namespace Cases.U815;

public sealed class Warehouse
{
    private readonly object _stockGate = new();
    private readonly Dictionary<string, int> _stock = new();

    public Warehouse() => Plan = new ReplenishmentPlan(this);

    public ReplenishmentPlan Plan { get; }

    public void Add(string sku, int quantity)
    {
        lock (_stockGate)
        {
            _stock[sku] = _stock.GetValueOrDefault(sku) + quantity;
        }
    }

    public void Remove(string sku, int quantity)
    {
        lock (_stockGate)
        {
            int left = _stock.GetValueOrDefault(sku) - quantity;
            _stock[sku] = left;
            if (left < 10)
            {
                ReportLow(sku); // expect: DEADLOCK?
            }
        }
    }

    public int Level(string sku)
    {
        lock (_stockGate) // expect: DEADLOCK?
        {
            return _stock.GetValueOrDefault(sku);
        }
    }

    private void ReportLow(string sku) => Plan.Request(sku); // expect: DEADLOCK?
}

public sealed class ReplenishmentPlan
{
    private readonly object _planGate = new();
    private readonly HashSet<string> _requested = new();
    private readonly Warehouse _warehouse;

    public ReplenishmentPlan(Warehouse warehouse) => _warehouse = warehouse;

    public void Request(string sku)
    {
        lock (_planGate) // expect: DEADLOCK?
        {
            _requested.Add(sku);
        }
    }

    public List<string> OrderLines(int target)
    {
        var lines = new List<string>();
        lock (_planGate)
        {
            foreach (string sku in _requested)
            {
                lines.Add($"{sku};{target - _warehouse.Level(sku)}"); // expect: DEADLOCK?
            }
            _requested.Clear();
        }
        return lines;
    }
}
