// The property takes the lock and then hands the live list to the caller, who enumerates it while others add. difficulty: easy
namespace Cases.U655;

public enum Severity
{
    Info,
    Warning,
    Critical,
}

public sealed record Alert(string Source, Severity Severity, string Text);

public sealed class AlertCentre
{
    private readonly object _gate = new();
    private readonly List<Alert> _active = [];
    private int _raised;

    public IReadOnlyList<Alert> Active
    {
        get
        {
            lock (_gate)
            {
                return _active; // expect: ESCAPES_LOCK
            }
        }
    }

    public int Raised
    {
        get
        {
            lock (_gate)
            {
                return _raised;
            }
        }
    }

    public void Raise(Alert alert)
    {
        lock (_gate)
        {
            _active.Add(alert);
            _raised++;
        }
    }

    public int Acknowledge(string source)
    {
        lock (_gate)
        {
            return _active.RemoveAll(alert => alert.Source == source);
        }
    }
}

public static class AlertDashboard
{
    public static string Render(AlertCentre centre)
    {
        int critical = 0;
        foreach (var alert in centre.Active) // expect: ESCAPES_LOCK?, INCONSISTENT_LOCK?, RACE?
        {
            if (alert.Severity == Severity.Critical)
            {
                critical++;
            }
        }
        return $"{critical} critical, {centre.Raised} raised";
    }
}
