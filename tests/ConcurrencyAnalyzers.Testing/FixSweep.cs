using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>
/// Takes a program as it is and applies every fix that is offered for its findings: each alone, and each rule's for the
/// whole document. Nothing is expected of single texts, only what holds for any fix: the code compiles, the finding is
/// gone, nothing new is found, and a second run changes nothing.
/// </summary>
public sealed class FixSweep(string path, string source)
{
    private readonly List<string> _violations = [];
    private AnalysisCache _analyses = null!;
    private ImmutableArray<CodeFixProvider> _providers;

    /// <summary>What a fix did wrong, with the text that it left.</summary>
    public IReadOnlyList<string> Violations => _violations;

    /// <summary>The findings of the rules that are fixed, and for how many of them something was offered.</summary>
    public (int Findings, int Offered) Figures { get; private set; }

    /// <summary>The findings for which nothing was offered.</summary>
    public List<string> Without { get; } = [];

    /// <summary>The titles of the first actions, and of the others.</summary>
    public List<string> Titles { get; } = [];

    /// <param name="ids">The rules whose fixes are applied.</param>
    public async Task RunAsync(IReadOnlySet<string> ids, CancellationToken cancellation = default)
    {
        var test = new RuleTest();
        test.TestState.MarkupOptions = MarkupOptions.Ignore;
        test.TestState.Sources.Add(("/0/" + path, source));
        var project = test.CreateProject();
        _analyses = new(Product.CreateAnalyzers());
        _providers = [.. Product.CreateCodeFixes().Where(provider => provider.FixableDiagnosticIds.Any(ids.Contains))];
        var solution = await _analyses.SameAsync(project.Solution, cancellation);
        var before = await FindAsync(solution, project.Id, cancellation);

        foreach (var diagnostic in before.Where(diagnostic => ids.Contains(diagnostic.Id)))
            await FixOneAsync(solution, project.Id, diagnostic, before, cancellation);
        await FixAllAsync(solution, project.Id, ids, before, cancellation);
    }

    private async Task FixOneAsync(Solution solution, ProjectId project, Diagnostic diagnostic, ImmutableArray<Diagnostic> before, CancellationToken cancellation)
    {
        var offered = await FixEngine.OfferedAsync(solution, project, diagnostic, _providers, cancellation);
        Figures = (Figures.Findings + 1, Figures.Offered + (offered.IsEmpty ? 0 : 1));
        if (offered.IsEmpty)
            Without.Add(Describe(diagnostic));
        Titles.AddRange(offered.Select((fix, index) => $"{diagnostic.Id} {(index == 0 ? "first" : "also")} {fix.Action.EquivalenceKey}: {System.Text.RegularExpressions.Regex.Replace(fix.Action.Title, "'[^']*'", "'…'")}"));
        foreach (var fix in offered)
        {
            var after = await _analyses.SameAsync(await FixEngine.ApplyAsync(solution, fix.Action, fix.Provider, cancellation), cancellation);
            var what = $"'{fix.Action.Title}' ({fix.Action.EquivalenceKey}) for {Describe(diagnostic)}";
            var found = await FindAsync(after, project, cancellation);
            // To write a contract down is no remedy: the finding becomes one of CONC1009, on purpose. It has to compile all the same.
            if (fix.Action.EquivalenceKey == "contract")
            {
                await RequireAsync(what, after, project, before, [.. found.Where(Analysis.IsCompiler)], cancellation);
                continue;
            }

            await RequireAsync(what, after, project, before, found, cancellation);
            var wanted = before.Count(other => IsSame(other, diagnostic)) - before.Count(other => other.Id == diagnostic.Id && other.Properties.GetValueOrDefault("conc.accesses") == diagnostic.Properties.GetValueOrDefault("conc.accesses") && (other.Properties.ContainsKey("conc.accesses") || other == diagnostic));
            if (found.Count(other => IsSame(other, diagnostic)) > Math.Max(0, wanted))
                await ReportAsync(what + ": the finding stays", after, project, cancellation);
        }
    }

    private async Task FixAllAsync(Solution input, ProjectId project, IReadOnlySet<string> ids, ImmutableArray<Diagnostic> before, CancellationToken cancellation)
    {
        var solution = await ApplyAllAsync(input, project, ids, cancellation);
        if (solution == input)
            return;

        var found = await FindAsync(solution, project, cancellation);
        await RequireAsync("Fix all", solution, project, before, found, cancellation);
        if (await ApplyAllAsync(solution, project, ids, cancellation) is var again && again != solution)
            await ReportAsync("Fix all changes its own result: " + TextDifference.Describe(await TextAsync(solution, project, cancellation), await TextAsync(again, project, cancellation)), solution, project, cancellation);
    }

    private async Task<Solution> ApplyAllAsync(Solution solution, ProjectId project, IReadOnlySet<string> ids, CancellationToken cancellation)
    {
        foreach (var id in ids.Order(StringComparer.Ordinal))
        {
            var known = new Dictionary<ProjectId, ImmutableArray<Diagnostic>> { [project] = await FindAsync(solution, project, cancellation) };
            foreach (var provider in _providers.Where(provider => provider.FixableDiagnosticIds.Contains(id)))
            {
                if (known[project].All(diagnostic => diagnostic.Id != id))
                    continue;
                var document = solution.GetProject(project)!.Documents.First(document => document.FilePath == "/0/" + path);
                if (await FixEngine.FixAllAsync(provider, document, FixAllScope.Document, null, [id], known, cancellation) is { } action)
                    solution = await _analyses.SameAsync(await FixEngine.ApplyAsync(solution, action, provider, cancellation), cancellation);
            }
        }

        return solution;
    }

    /// <summary>No errors, and of each kind no more findings than there were.</summary>
    private async Task RequireAsync(string what, Solution solution, ProjectId project, ImmutableArray<Diagnostic> before, ImmutableArray<Diagnostic> found, CancellationToken cancellation)
    {
        foreach (var group in found.GroupBy(KindOf))
        {
            if (group.Count() > before.Count(other => KindOf(other) == group.Key))
                await ReportAsync($"{what}: new {string.Join("; ", group.Select(Describe))}", solution, project, cancellation);
        }
    }

    /// <summary>
    /// The rule and the state; a fix may move a finding, so its place does not count, and that a state has a lock now, if not
    /// everywhere, makes another finding of it but no new one.
    /// </summary>
    private static (string Id, string? State) KindOf(Diagnostic diagnostic) =>
        (diagnostic.Id is "CONC1002" or "CONC1003" ? "CONC1001" : diagnostic.Id, diagnostic.Properties.GetValueOrDefault("conc.state"));

    private static bool IsSame(Diagnostic left, Diagnostic right) => KindOf(left) == KindOf(right);

    private async Task<ImmutableArray<Diagnostic>> FindAsync(Solution solution, ProjectId project, CancellationToken cancellation) =>
        [.. (await _analyses.DiagnosticsAsync(solution.GetProject(project)!, cancellation)).Where(diagnostic => !Analysis.IsCompiler(diagnostic) || diagnostic.Severity == DiagnosticSeverity.Error)];

    private async Task ReportAsync(string violation, Solution solution, ProjectId project, CancellationToken cancellation) =>
        _violations.Add($"{path}: {violation}\n{await TextAsync(solution, project, cancellation)}");

    private async Task<string> TextAsync(Solution solution, ProjectId project, CancellationToken cancellation) =>
        (await solution.GetProject(project)!.Documents.First(document => document.FilePath == "/0/" + path).GetTextAsync(cancellation)).ToString();

    private static string Describe(Diagnostic diagnostic) => $"({diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}) {diagnostic.Id} {diagnostic.GetMessage()}";
}
