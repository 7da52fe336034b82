// Ingress rules are reloaded in the background; requests are matched against them and an admin page lists them. difficulty: medium
using System.Collections.Frozen;

namespace Cases.U1678;

public sealed record Rule(string Host, string Backend, int Weight);

public sealed class RuleTable
{
    private volatile FrozenDictionary<string, Rule> _rules = FrozenDictionary<string, Rule>.Empty;

    public Rule? Find(string host) => _rules.GetValueOrDefault(host);

    public void Replace(IEnumerable<Rule> rules)
    {
        var fresh = new Dictionary<string, Rule>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in rules)
        {
            fresh[rule.Host] = rule;
        }
        _rules = fresh.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public IEnumerable<Rule> All => _rules.Values;
}

public sealed class RuleReloader(RuleTable table, Func<Task<Rule[]>> load)
{
    public Task Start(TimeSpan period, CancellationToken stop) => Task.Run(() => RunAsync(period, stop), stop);

    private async Task RunAsync(TimeSpan period, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(period);
        while (await timer.WaitForNextTickAsync(stop))
        {
            table.Replace(await load());
        }
    }
}

public sealed class RuleAdmin(RuleTable table)
{
    public string Describe() =>
        string.Join("\n", table.All.OrderBy(rule => rule.Host).Select(rule => $"{rule.Host} -> {rule.Backend}"));
}

public sealed class Ingress(RuleTable table, Func<string, string, Task<int>> forward)
{
    public Task<int[]> HandleAllAsync(IEnumerable<Uri> requests) =>
        Task.WhenAll(requests.Select(request => Task.Run(() => HandleAsync(request))));

    private Task<int> HandleAsync(Uri request)
    {
        var rule = table.Find(request.Host);
        return rule == null ? Task.FromResult(404) : forward(rule.Backend, request.PathAndQuery);
    }
}
