// Hands out print credits per student and refills them periodically.
namespace Cases.U1607;

public sealed class Credits(int limit)
{
    public int Limit { get; } = limit;

    public int Left { get; set; } = limit;
}

public sealed class PrintCredits : IDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Credits> _credits = [];
    private readonly Timer _refill;
    private int _refills;

    public PrintCredits(TimeSpan window)
    {
        _refill = new Timer(OnWindow, null, window, window);
    }

    public bool TryPrint(string student, int pages)
    {
        lock (_gate)
        {
            var credits = CreditsOf(student);
            if (credits.Left < pages)
            {
                return false;
            }
            credits.Left -= pages;
            return true;
        }
    }

    public int LeftOf(string student)
    {
        lock (_gate)
        {
            return CreditsOf(student).Left;
        }
    }

    public int Refills => Volatile.Read(ref _refills);

    public void Dispose() => _refill.Dispose();

    private Credits CreditsOf(string student)
    {
        if (!_credits.TryGetValue(student, out var credits))
        {
            credits = new Credits(50);
            _credits.Add(student, credits);
        }
        return credits;
    }

    private void OnWindow(object? state)
    {
        Interlocked.Increment(ref _refills);
        lock (_gate)
        {
            RefillAll();
        }
    }

    private void RefillAll()
    {
        foreach (var credits in _credits.Values)
        {
            credits.Left = credits.Limit;
        }
    }
}
