// Hands out permits for text messages per customer and refills them periodically.
namespace Cases.U1576;

public sealed class Allowance(int limit)
{
    public int Limit { get; } = limit;

    public int Left { get; set; } = limit;
}

public sealed class SmsBudget : IDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Allowance> _allowances = [];
    private readonly Timer _refill;
    private int _refills;

    public SmsBudget(TimeSpan window)
    {
        _refill = new Timer(OnWindow, null, window, window);
    }

    public bool TryAcquire(string customer)
    {
        lock (_gate)
        {
            if (!_allowances.TryGetValue(customer, out var allowance))
            {
                allowance = new Allowance(100);
                _allowances.Add(customer, allowance);
            }
            if (allowance.Left == 0)
            {
                return false;
            }
            allowance.Left--;
            return true;
        }
    }

    public int Customers
    {
        get
        {
            lock (_gate)
            {
                return _allowances.Count;
            }
        }
    }

    public int Refills => Volatile.Read(ref _refills);

    public void Dispose() => _refill.Dispose();

    private void OnWindow(object? state)
    {
        Interlocked.Increment(ref _refills);
        RefillAll();
    }

    private void RefillAll()
    {
        foreach (var allowance in _allowances.Values) // expect: INCONSISTENT_LOCK, RACE?
        {
            allowance.Left = allowance.Limit; // expect: INCONSISTENT_LOCK?, RACE?
        }
    }
}
