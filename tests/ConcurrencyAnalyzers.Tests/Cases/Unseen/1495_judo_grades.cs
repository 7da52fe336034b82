// Clubs hand in the belts of their judoka; the examination rules are loaded when the first belt is checked. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1495;

public sealed record Judoka(string Name, int Age, string Belt);

public interface IRuleSource
{
    IEnumerable<(string Belt, int MinimumAge)> Read();
}

public sealed class BeltRules
{
    private readonly IRuleSource _source;
    private readonly Lazy<Dictionary<string, int>> _minimumAge;

    public BeltRules(IRuleSource source)
    {
        _source = source;
        _minimumAge = new Lazy<Dictionary<string, int>>(Load, isThreadSafe: false); // expect: LAZY_INIT#1, SYNC_PRIMITIVE?
    }

    public bool Allows(Judoka judoka) =>
        _minimumAge.Value.TryGetValue(judoka.Belt, out int age) && judoka.Age >= age; // expect: LAZY_INIT#1, RACE?

    private Dictionary<string, int> Load()
    {
        var rules = new Dictionary<string, int>();
        foreach (var (belt, minimumAge) in _source.Read())
        {
            rules[belt] = minimumAge;
        }
        return rules;
    }
}

public sealed class JudoFederation
{
    private readonly BeltRules _rules;

    public JudoFederation(IRuleSource source) => _rules = new BeltRules(source);

    public async Task<IReadOnlyList<string>> FindViolationsAsync(IEnumerable<Func<Task<Judoka[]>>> clubs)
    {
        var violations = await Task.WhenAll(clubs.Select(load => Task.Run(() => CheckClubAsync(load))));
        return violations.SelectMany(names => names).Order().ToList();
    }

    private async Task<List<string>> CheckClubAsync(Func<Task<Judoka[]>> load)
    {
        var members = await load();
        return members.Where(judoka => !_rules.Allows(judoka)).Select(judoka => judoka.Name).ToList();
    }
}
