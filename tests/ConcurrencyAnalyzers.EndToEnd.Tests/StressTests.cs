using System.Text.RegularExpressions;
using Tour;
using Xunit.Abstractions;

namespace ConcurrencyAnalyzers.EndToEnd;

/// <summary>
/// Programs that break an invariant when their threads meet, as the README in <c>Stress</c> says: each must break before
/// the fixes and hold after them. What counts is what running them shows, not what an analyzer says.
/// </summary>
[Collection(EndToEnd.Name)]
public sealed partial class StressTests(PackedPackages packed, ITestOutputHelper output)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(75);

    private readonly Consumer _project = new(packed, "stress");
    private readonly List<string> _violations = [];

    [Fact]
    public async Task A_program_that_breaks_before_the_fix_holds_after_it()
    {
        packed.Scratch.CopyFolder(packed.Repository.Tests("ConcurrencyAnalyzers.EndToEnd.Tests/Stress"), "stress");
        await _project.RestoreAsync("<OutputType>Exe</OutputType><Optimize>true</Optimize>");
        var programs = _project.Sources().Where(source => source.Key.StartsWith("Programs/", StringComparison.Ordinal)).ToDictionary(source => Path.GetFileNameWithoutExtension(source.Key), source => source.Value);
        Assert.True(programs.Count >= 30, $"{programs.Count} programs");

        var found = await _project.BuildAsync();
        foreach (var (program, text) in programs)
        {
            if (!found.Findings.Any(finding => _project.PathOf(finding) == $"Programs/{program}.cs" && text.StartsWith($"// {finding.Rule}: ", StringComparison.Ordinal)))
                _violations.Add($"{program}: no finding of the rule that its first line names");
        }

        var before = await RunAsync(programs.Keys, _ => int.MaxValue);
        _violations.AddRange(before.Where(run => run.Value.Holds).Select(run => $"{run.Key}: does not break before the fix: {run.Value.Said}"));

        Assert.Equal(2, await _project.FormatAsync(onlyVerify: true));
        await _project.FormatAsync();
        if (await _project.FormatAsync(onlyVerify: true) != 0)
            _violations.Add("dotnet format still sees something to fix");
        var left = await _project.BuildAsync();
        _violations.AddRange(left.Complaints);
        _violations.AddRange(left.Findings.Select(finding => $"{_project.PathOf(finding)}({finding.Place.Line}): {finding.Rule} is left: {finding.Message}"));

        // Several times the rounds that it took to break, and never only a few.
        var after = await RunAsync(programs.Keys, program => Math.Clamp(4L * before[program].Round, 5, 100_000));
        var fixedTexts = _project.Sources();
        _violations.AddRange(after.Where(run => !run.Value.Holds).Select(run => $"{run.Key}: breaks after the fix: {run.Value.Said}\n{fixedTexts[$"Programs/{run.Key}.cs"]}"));

        foreach (var program in programs.Keys)
            output.WriteLine($"{program,-16} before: {before[program].Said}; after: {after[program].Said}");
        Assert.True(_violations.Count == 0, string.Join('\n', _violations));
    }

    /// <summary>Runs each program in a process of its own: an exception on any thread, or no end, is a broken invariant too.</summary>
    private async Task<Dictionary<string, Outcome>> RunAsync(IEnumerable<string> programs, Func<string, long> rounds)
    {
        var outcomes = new Dictionary<string, Outcome>();
        foreach (var program in programs)
        {
            var run = await packed.DotNet.ExecuteAsync(_project.Folder, ["exec", "bin/Debug/net10.0/stress.dll", program, $"{rounds(program)}"], s_limit);
            var said = run.Output.FirstOrDefault(line => line.Length > 0) ?? $"exit code {run.ExitCode}";
            outcomes[program] = new(run.Succeeded, said, Broken().Match(said) is { Success: true } match ? int.Parse(match.Groups[1].Value) : 1);
        }

        return outcomes;
    }

    /// <param name="Round">The round that broke it, as far as it could say so.</param>
    private sealed record Outcome(bool Holds, string Said, int Round);

    [GeneratedRegex(@"^broken in round (\d+)")]
    private static partial Regex Broken();
}
