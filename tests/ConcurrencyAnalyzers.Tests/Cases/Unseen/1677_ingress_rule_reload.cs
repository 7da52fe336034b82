// Ingress rules are reloaded in the background; requests are matched against them and an admin page lists them. difficulty: hard
// Blind: a lock that the object shows for others to take.
namespace Cases.U1677;

public sealed record Rule(string Host, string Backend, int Weight);

public sealed class RuleTable
{
    private readonly Dictionary<string, Rule> _rules = new(StringComparer.OrdinalIgnoreCase);

    public object Sync { get; } = new();

    public Rule? Find(string host) => _rules.GetValueOrDefault(host); // blind: INCONSISTENT_LOCK#1

    public void Replace(IEnumerable<Rule> rules)
    {
        _rules.Clear();
        foreach (var rule in rules)
        {
            _rules[rule.Host] = rule;
        }
    }

    public IEnumerable<string> Hosts => _rules.Keys;
}

public sealed class RuleReloader(RuleTable table, Func<Task<Rule[]>> load)
{
    public Task Start(TimeSpan period, CancellationToken stop) => Task.Run(() => RunAsync(period, stop), stop);

    private async Task RunAsync(TimeSpan period, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(period);
        while (await timer.WaitForNextTickAsync(stop))
        {
            var rules = await load();
            lock (table.Sync)
            {
                table.Replace(rules);
            }
        }
    }
}

public sealed class RuleAdmin(RuleTable table)
{
    public string Describe()
    {
        lock (table.Sync)
        {
            return string.Join("\n", table.Hosts.Order().Select(host => $"{host} -> {table.Find(host)?.Backend}"));
        }
    }
}

public sealed class Ingress(RuleTable table, Func<string, string, Task<int>> forward)
{
    public Task<int[]> HandleAllAsync(IEnumerable<Uri> requests) =>
        Task.WhenAll(requests.Select(request => Task.Run(() => HandleAsync(request))));

    private Task<int> HandleAsync(Uri request)
    {
        var rule = table.Find(request.Host); // blind: INCONSISTENT_LOCK#1
        return rule == null ? Task.FromResult(404) : forward(rule.Backend, request.PathAndQuery);
    }
}
