// A static cache in a plain Dictionary, reached from a static helper that PLINQ calls on several threads. difficulty: medium
using System.Text.RegularExpressions;

namespace Cases.U671;

public static class PatternCache
{
    private static readonly Dictionary<string, Regex> s_compiled = new(StringComparer.Ordinal);

    public static Regex Get(string pattern)
    {
        if (!s_compiled.TryGetValue(pattern, out var regex)) // expect: RACE?
        {
            regex = new Regex(pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant);
            s_compiled[pattern] = regex; // expect: RACE, LAZY_INIT?
        }
        return regex;
    }
}

public abstract class Rule(string name)
{
    public string Name { get; } = name;

    public abstract bool Matches(string line);
}

public sealed class PatternRule(string name, string pattern) : Rule(name)
{
    public override bool Matches(string line) => PatternCache.Get(pattern).IsMatch(line);
}

public sealed class PrefixRule(string name, string prefix) : Rule(name)
{
    public override bool Matches(string line) => line.StartsWith(prefix, StringComparison.Ordinal);
}

public sealed class LogClassifier(IReadOnlyList<Rule> rules)
{
    public ILookup<string, string> Classify(IEnumerable<string> lines) =>
        lines.AsParallel()
            .Select(line => (Rule: rules.FirstOrDefault(rule => rule.Matches(line))?.Name ?? "other", Line: line))
            .ToLookup(match => match.Rule, match => match.Line);
}
