namespace Blind.C1189;

public sealed record Rule(int Priority, string Prefix, bool Allow);

public sealed class Firewall
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly List<Rule> _rules = new();
    private bool _sorted = true;

    public void Add(Rule rule)
    {
        _lock.EnterWriteLock();
        try
        {
            _rules.Add(rule);
            _sorted = false;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public bool IsAllowed(string address)
    {
        _lock.EnterReadLock();
        try
        {
            if (!_sorted) // expect: RACE?, INCONSISTENT_LOCK?, LAZY_INIT?
            {
                _rules.Sort(static (a, b) => a.Priority.CompareTo(b.Priority)); // expect: RACE#1
                _sorted = true; // expect: RACE#1
            }

            foreach (var rule in _rules) // expect: RACE?, INCONSISTENT_LOCK?
            {
                if (address.StartsWith(rule.Prefix, StringComparison.Ordinal))
                {
                    return rule.Allow;
                }
            }

            return false;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var firewall = new Firewall();
        firewall.Add(new Rule(10, "10.", true));
        firewall.Add(new Rule(5, "10.9.", false));

        var checks = Enumerable.Range(0, 8)
            .Select(i => Task.Run(() => firewall.IsAllowed("10.9." + i + ".1")))
            .ToList();
        firewall.Add(new Rule(1, "10.9.3.", true));
        var allowed = await Task.WhenAll(checks);
        Console.WriteLine(allowed.Count(static a => a));
    }
}
