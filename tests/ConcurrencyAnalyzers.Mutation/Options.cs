using System.Globalization;

namespace ConcurrencyAnalyzers.Mutation;

/// <summary>What to mutate, and how much of it.</summary>
/// <param name="Seed">The same seed picks the same mutants.</param>
/// <param name="PrintsFindings">No mutants: print what our rules say of the projects as they are.</param>
/// <param name="PerKind">At most so many mutants of one kind in one project.</param>
internal sealed record Options(IReadOnlyList<string> Inputs, int Seed, int PerKind, MutationKind? Only, Evidence? Evidence, bool PrintsMisses, bool PrintsHits, bool PrintsFindings, string? File)
{
    public const string Usage = """
        usage: ConcurrencyAnalyzers.Mutation [--seed N] [--per-kind N] [--only lock|atomic|await|join|wait] [--evidence enough|word|ending|little] [--file TEXT] [--misses] [--hits] FILE.rsp|FOLDER ...
               ConcurrencyAnalyzers.Mutation --findings FILE.rsp|FOLDER ...
        """;

    public static Options? Parse(string[] args)
    {
        var inputs = new List<string>();
        var (seed, perKind, misses, hits, findings) = (1, 40, false, false, false);
        MutationKind? only = null;
        Evidence? evidence = null;
        string? file = null;
        for (var at = 0; at < args.Length; at++)
        {
            var value = at + 1 < args.Length ? args[at + 1] : "";
            switch (args[at])
            {
                case "--seed" when int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out seed):
                case "--per-kind" when int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out perKind):
                    at++;
                    break;
                case "--only" when Enum.TryParse<MutationKind>(value, ignoreCase: true, out var kind):
                    only = kind;
                    at++;
                    break;
                case "--evidence" when Enum.TryParse<Evidence>(value, ignoreCase: true, out var wanted):
                    evidence = wanted;
                    at++;
                    break;
                case "--file":
                    file = value;
                    at++;
                    break;
                case "--misses":
                    misses = true;
                    break;
                case "--hits":
                    hits = true;
                    break;
                case "--findings":
                    findings = true;
                    break;
                case var input when !input.StartsWith('-') && Path.Exists(input):
                    inputs.Add(input);
                    break;
                default:
                    return null;
            }
        }

        return inputs.Count == 0 ? null : new(inputs, seed, perKind, only, evidence, misses, hits, findings, file);
    }

    public IEnumerable<string> ResponseFiles() => Inputs
        .SelectMany(static input => Directory.Exists(input) ? Directory.EnumerateFiles(input, "*.rsp").Order(StringComparer.Ordinal) : (IEnumerable<string>)[input]);
}
