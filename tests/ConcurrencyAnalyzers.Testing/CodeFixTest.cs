using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>Parts of a code-fix test that can be left out; a test that does so says why.</summary>
[Flags]
public enum CodeFixTestBehaviors
{
    None = 0,
    SkipFixAllInDocumentCheck = 1,
    SkipFixAllInProjectCheck = 2,
    SkipFixAllInSolutionCheck = 4,
    SkipFixAllCheck = SkipFixAllInDocumentCheck | SkipFixAllInProjectCheck | SkipFixAllInSolutionCheck,

    /// <summary>Apply one fix and stop.</summary>
    FixOne = 8,

    /// <summary>Do not run the fix the way <c>dotnet format</c> does.</summary>
    SkipFormatCheck = 16,
}

/// <summary>An analyzer test that goes on: applies fixes one by one, all at once in three scopes, and as <c>dotnet format</c> would.</summary>
public abstract class CodeFixTest : AnalyzerTest
{
    /// <summary>Adds a source to <see cref="FixedState"/>.</summary>
    public string? FixedCode { set { if (value is not null) FixedState.Sources.Add(value); } }

    /// <summary>Adds a source to <see cref="BatchFixedState"/>.</summary>
    public string? BatchFixedCode { set { if (value is not null) BatchFixedState.Sources.Add(value); } }

    /// <summary>After fixing one by one; without sources: as the input, that is, nothing is offered.</summary>
    public SolutionState FixedState { get; } = new();

    /// <summary>After fix-all; without sources: as <see cref="FixedState"/>.</summary>
    public SolutionState BatchFixedState { get; } = new();

    /// <summary>Which of the offered actions, counted after <see cref="CodeActionEquivalenceKey"/> has filtered them; null: the first.</summary>
    public int? CodeActionIndex { get; set; }

    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>The title that the chosen action must have.</summary>
    public string? CodeActionTitle { get; set; }

    /// <summary>How many single fixes are applied: exactly this many, at most that many if negative; null: at most one per fixable diagnostic.</summary>
    public int? NumberOfIncrementalIterations { get; set; }

    /// <summary>How often fix-all runs, as above; null: at most once per provider, id and scope unit.</summary>
    public int? NumberOfFixAllIterations { get; set; }

    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    /// <summary>Only diagnostics of these ids are fixed; null: of all ids that the fixes take.</summary>
    protected virtual IReadOnlySet<string>? FixedIds => null;

    private ImmutableArray<CodeFixProvider> _providers;
    protected ImmutableArray<CodeFixProvider> Providers => _providers.IsDefault ? _providers = [.. GetCodeFixProviders()] : _providers;

    protected abstract IEnumerable<CodeFixProvider> GetCodeFixProviders();

    private bool ChoosesDefault => CodeActionIndex is null or 0 && CodeActionEquivalenceKey is null;

    private protected override async Task RunAsync(LineEnding ending, CancellationToken cancellation)
    {
        var parsed = Parse(TestState, ending);
        var input = CreateSolution(parsed);
        await Analyses.SameAsync(input, cancellation);
        await RequireDiagnosticsAsync("Input", input, parsed.Expected, CheckDeterminism, cancellation);

        var afterSingle = Inherit(FixedState, TestState, parsed, ending);
        var afterBatch = BatchFixedState.Projects.All(project => project.Sources.Count == 0) ? afterSingle : Inherit(BatchFixedState, FixedState, afterSingle, ending);
        var solution = CreateSolution(afterSingle);
        await RequireDiagnosticsAsync("Fixed code", solution, afterSingle.Expected, determinism: false, cancellation);
        if (afterBatch != afterSingle)
            await RequireDiagnosticsAsync("Batch-fixed code", CreateSolution(afterBatch), afterBatch.Expected, determinism: false, cancellation);

        var fixable = await FixableAsync(input, cancellation);
        await RequireUsefulActionsAsync(input, fixable, cancellation);
        await RequireTextsAsync("Fixed one by one", await FixEachAsync(input, fixable, cancellation), afterSingle, cancellation);
        if (CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne))
            return;

        foreach (var (scope, skip) in s_scopes)
        {
            if (!CodeFixTestBehaviors.HasFlag(skip))
                await RequireTextsAsync($"Fix all in {scope}", await FixAllAsync(input, scope, fixable, cancellation), afterBatch, cancellation);
        }

        if (!CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipFormatCheck) && ChoosesDefault)
            await RequireFormatAsync(input, afterBatch, cancellation);
    }

    private static readonly (FixAllScope, CodeFixTestBehaviors)[] s_scopes =
    [
        (FixAllScope.Document, CodeFixTestBehaviors.SkipFixAllInDocumentCheck),
        (FixAllScope.Project, CodeFixTestBehaviors.SkipFixAllInProjectCheck),
        (FixAllScope.Solution, CodeFixTestBehaviors.SkipFixAllInSolutionCheck),
    ];

    private async Task<Dictionary<ProjectId, ImmutableArray<Diagnostic>>> FixableAsync(Solution solution, CancellationToken cancellation)
    {
        var fixable = new Dictionary<ProjectId, ImmutableArray<Diagnostic>>();
        foreach (var project in solution.Projects)
        {
            var all = await Analyses.DiagnosticsAsync(project, cancellation);
            fixable[project.Id] = [.. all.Where(diagnostic => diagnostic.Location.IsInSource
                && FixedIds?.Contains(diagnostic.Id) != false
                && Providers.Any(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))];
        }

        return fixable;
    }

    private async Task<OfferedFix?> ChooseAsync(Solution solution, ProjectId project, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var offered = await FixEngine.OfferedAsync(solution, project, diagnostic, Providers, cancellation);
        var chosen = offered.Where(fix => CodeActionEquivalenceKey is null || fix.Action.EquivalenceKey == CodeActionEquivalenceKey)
            .ElementAtOrDefault(CodeActionIndex ?? 0);
        return chosen is null || CodeActionTitle is null || chosen.Action.Title == CodeActionTitle
            ? chosen
            : throw new VerificationException($"The action is called '{chosen.Action.Title}', expected '{CodeActionTitle}'.");
    }

    // A light bulb that does nothing is a lie: every action offered for the input must change the text.
    private async Task RequireUsefulActionsAsync(Solution solution, Dictionary<ProjectId, ImmutableArray<Diagnostic>> fixable, CancellationToken cancellation)
    {
        foreach (var (project, diagnostics) in fixable)
        {
            foreach (var diagnostic in diagnostics)
            {
                foreach (var fix in await FixEngine.OfferedAsync(solution, project, diagnostic, Providers, cancellation))
                {
                    var changed = await FixEngine.ApplyAsync(solution, fix.Action, fix.Provider, cancellation);
                    if (changed == solution)
                        throw new VerificationException($"'{fix.Action.Title}' of {fix.Provider.GetType().Name} is offered and changes nothing at {diagnostic}.");
                    InspectFix(solution, changed, fix);
                }
            }
        }
    }

    /// <summary>Further demands on one applied action.</summary>
    private protected virtual void InspectFix(Solution before, Solution after, OfferedFix fix)
    {
    }

    private async Task<Solution> FixEachAsync(Solution solution, Dictionary<ProjectId, ImmutableArray<Diagnostic>> fixable, CancellationToken cancellation)
    {
        var limit = NumberOfIncrementalIterations ?? -Math.Max(1, fixable.Values.Sum(diagnostics => diagnostics.Length));
        var applied = 0;
        while (true)
        {
            var next = await FixFirstAsync(solution, await FixableAsync(solution, cancellation), cancellation);
            if (next == solution)
                break;
            solution = next;
            if (++applied > Math.Abs(limit))
                throw new VerificationException($"Fixed one by one: more than {Math.Abs(limit)} fixes are applied and there is still one to apply.");
            if (CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne))
                break;
        }

        return limit < 0 || applied == limit
            ? solution
            : throw new VerificationException($"Fixed one by one: {limit} fixes are expected, {applied} were applied.");
    }

    private async Task<Solution> FixFirstAsync(Solution solution, Dictionary<ProjectId, ImmutableArray<Diagnostic>> fixable, CancellationToken cancellation)
    {
        foreach (var (project, diagnostics) in fixable)
        {
            foreach (var diagnostic in diagnostics)
            {
                if (await ChooseAsync(solution, project, diagnostic, cancellation) is { } fix)
                    return await ApplyAsync(solution, fix.Action, fix.Provider, cancellation);
            }
        }

        return solution;
    }

    private async Task<Solution> ApplyAsync(Solution solution, CodeAction action, CodeFixProvider provider, CancellationToken cancellation) =>
        await Analyses.SameAsync(await FixEngine.ApplyAsync(solution, action, provider, cancellation), cancellation);

    private async Task<Solution> FixAllAsync(Solution solution, FixAllScope scope, Dictionary<ProjectId, ImmutableArray<Diagnostic>> fixable, CancellationToken cancellation)
    {
        var units = fixable.SelectMany(pair => pair.Value.Select(diagnostic => (diagnostic.Id, Unit: scope switch
        {
            FixAllScope.Document => diagnostic.Location.SourceTree!.FilePath,
            FixAllScope.Project => pair.Key.Id.ToString(),
            _ => "",
        }))).Distinct().Count();
        var limit = NumberOfFixAllIterations ?? -Math.Max(1, units);
        var applied = 0;
        while (true)
        {
            var next = await FixAllOnceAsync(solution, scope, cancellation);
            if (next == solution)
                break;
            solution = next;
            if (++applied > Math.Abs(limit))
                throw new VerificationException($"Fix all in {scope}: {Math.Abs(limit)} runs do not suffice.");
        }

        return limit < 0 || applied == limit
            ? solution
            : throw new VerificationException($"Fix all in {scope}: {limit} runs are expected, {applied} changed something.");
    }

    private async Task<Solution> FixAllOnceAsync(Solution solution, FixAllScope scope, CancellationToken cancellation)
    {
        var fixable = await FixableAsync(solution, cancellation);
        foreach (var (project, diagnostics) in fixable)
        {
            foreach (var diagnostic in diagnostics)
            {
                if (await ChooseAsync(solution, project, diagnostic, cancellation) is not { } fix)
                    continue;
                if (fix.Provider.GetFixAllProvider()?.GetSupportedFixAllScopes().Contains(scope) != true)
                    throw new VerificationException($"{fix.Provider.GetType().Name} has no fix-all for the scope {scope}.");
                var action = await FixEngine.FixAllAsync(fix.Provider, fix.Document, scope, fix.Action.EquivalenceKey, [diagnostic.Id], fixable, cancellation)
                    ?? throw new VerificationException($"{fix.Provider.GetType().Name} fixes {diagnostic.Id} alone and offers nothing for all in {scope}.");
                return await ApplyAsync(solution, action, fix.Provider, cancellation);
            }
        }

        return solution;
    }

    private async Task RequireFormatAsync(Solution input, ParsedState expected, CancellationToken cancellation)
    {
        var ids = Providers.SelectMany(provider => provider.FixableDiagnosticIds).Where(id => FixedIds?.Contains(id) != false).ToHashSet();
        var format = new FormatMode(Analyses, Analyzers, [.. Providers.Select(provider => provider.GetType())], ids);
        var passes = Math.Abs(NumberOfFixAllIterations ?? 1);
        foreach (var order in new[] { 0, 1, 2 })
        {
            var (solution, log) = (input, new List<string>());
            for (var pass = 0; pass < passes; pass++)
                solution = await format.RunAsync(solution, order, log, cancellation);
            await RequireTextsAsync($"dotnet format, order {order}{string.Concat(log.Distinct().Select(line => "; " + line))}", solution, expected, cancellation);

            if (order == 0 && await format.RunAsync(solution, order, log, cancellation) is var again && again != solution)
                await RequireTextsAsync("dotnet format, once more on its own result", again, expected, cancellation);
        }
    }

    private static async Task RequireTextsAsync(string what, Solution solution, ParsedState expected, CancellationToken cancellation)
    {
        foreach (var (path, text) in expected.Projects.SelectMany(project => project.Sources))
        {
            foreach (var id in solution.GetDocumentIdsWithFilePath(path))
            {
                var actual = (await solution.GetDocument(id)!.GetTextAsync(cancellation)).ToString();
                if (actual != text)
                    throw new VerificationException($"{what}: {path} differs.\n{TextDifference.Describe(text, actual)}");
            }
        }
    }

    // What a later state leaves out is as in the earlier one; explicit expectations go on unless a fix takes them.
    private ParsedState Inherit(SolutionState state, SolutionState earlier, ParsedState parsedEarlier, LineEnding ending)
    {
        if (state.Projects.All(project => project.Sources.Count == 0) && state.ExpectedDiagnostics.Count == 0)
            return parsedEarlier;

        var whole = new SolutionState { MarkupOptions = state.MarkupOptions | earlier.MarkupOptions, OutputKind = earlier.OutputKind, ReferenceAssemblies = earlier.ReferenceAssemblies };
        Fill(whole, state, earlier);
        foreach (var (name, project) in earlier.AdditionalProjects)
        {
            var later = state.AdditionalProjects.FirstOrDefault(pair => pair.Key == name).Value ?? project;
            whole.AdditionalProjects[name].OutputKind = project.OutputKind;
            whole.AdditionalProjects[name].ReferenceAssemblies = project.ReferenceAssemblies;
            Fill(whole.AdditionalProjects[name], later, project);
        }

        var fixedIds = Providers.SelectMany(provider => provider.FixableDiagnosticIds).ToHashSet();
        whole.ExpectedDiagnostics.AddRange(state.ExpectedDiagnostics.Count > 0
            ? state.ExpectedDiagnostics
            : earlier.ExpectedDiagnostics.Where(result => !fixedIds.Contains(result.Id)));
        return Parse(whole, ending);
    }

    private static void Fill(ProjectState whole, ProjectState state, ProjectState earlier)
    {
        whole.Sources.AddRange(state.Sources.Count > 0 ? state.Sources : earlier.Sources);
        whole.AdditionalFiles.AddRange(earlier.AdditionalFiles);
        whole.AnalyzerConfigFiles.AddRange(earlier.AnalyzerConfigFiles);
        whole.AdditionalReferences.AddRange(earlier.AdditionalReferences);
        whole.AdditionalProjectReferences.AddRange(earlier.AdditionalProjectReferences);
        foreach (var (name, value) in earlier.BuildProperties)
            whole.BuildProperties[name] = value;
    }
}
