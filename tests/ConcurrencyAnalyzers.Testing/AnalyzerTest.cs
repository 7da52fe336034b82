using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>Which of the compiler's own diagnostics a test must account for.</summary>
public enum CompilerDiagnostics
{
    None,
    Errors,
    Warnings,
}

/// <summary>
/// Sources, what is expected of analyzers on them, and the run that compares the two. The names and the markup are those
/// of Microsoft.CodeAnalysis.Testing, so that library can take this one's place.
/// </summary>
public abstract class AnalyzerTest
{
    /// <summary>Adds a source to <see cref="TestState"/>.</summary>
    public string TestCode { set => TestState.Sources.Add(value); }

    public SolutionState TestState { get; } = new();
    public List<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;
    public ReferenceAssemblies ReferenceAssemblies { get; set; } = ReferenceAssemblies.Default;

    /// <summary>Further targets that compile the same files, each checked against the same expectation.</summary>
    public List<ReferenceAssemblies> AdditionalTargets { get; } = [];

    public List<Func<Solution, ProjectId, Solution>> SolutionTransforms { get; } = [];
    public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.Preview;
    public NullableContextOptions NullableContextOptions { get; set; } = NullableContextOptions.Enable;
    public bool ImplicitUsings { get; set; } = true;

    /// <summary>Run our source generators, which add the contract attributes.</summary>
    public bool RunGenerators { get; set; }

    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;
    public LineEnding LineEndings { get; set; } = LineEnding.Lf;

    /// <summary>Run a second time, not concurrently and with the documents reversed, and require the same result.</summary>
    public bool CheckDeterminism { get; set; } = true;

    /// <summary>Rules that are off by default and are switched on for this test; null means all of them.</summary>
    protected virtual IReadOnlySet<string>? EnabledRules => null;

    private ImmutableArray<DiagnosticAnalyzer> _analyzers;
    protected ImmutableArray<DiagnosticAnalyzer> Analyzers => _analyzers.IsDefault ? _analyzers = [.. GetDiagnosticAnalyzers()] : _analyzers;

    private AnalysisCache? _analyses;
    private protected AnalysisCache Analyses => _analyses ??= new(Analyzers);

    protected abstract IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers();

    /// <summary>Runs the test.</summary>
    /// <exception cref="VerificationException">The expectation does not hold, or an analyzer or fix threw.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        foreach (var ending in new[] { LineEnding.Lf, LineEnding.CrLf }.Where(ending => LineEndings.HasFlag(ending)))
            await RunAsync(ending, cancellationToken);
    }

    /// <summary>What is reported in the main project of the input, errors of the compiler included, without comparing it with anything.</summary>
    public async Task<ImmutableArray<Diagnostic>> GetDiagnosticsAsync(CancellationToken cancellationToken = default) =>
        Counting(await Analyses.DiagnosticsAsync(CreateProject(), cancellationToken));

    /// <summary>The main project of the input, in a solution with the others.</summary>
    public Project CreateProject() => CreateSolution(Parse(TestState, LineEnding.Lf)).Projects.First(project => project.Name == SolutionState.MainProject);

    private protected virtual Task RunAsync(LineEnding ending, CancellationToken cancellation)
    {
        var state = Parse(TestState, ending);
        return RequireDiagnosticsAsync("Input", CreateSolution(state), state.Expected, CheckDeterminism, cancellation);
    }

    /// <summary>What <c>[|…|]</c> stands for.</summary>
    protected virtual DiagnosticResult DefaultDiagnostic()
    {
        var descriptors = Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(descriptor => descriptor.Id).ToArray();
        return descriptors is [var descriptor]
            ? new(descriptor)
            : throw new VerificationException($"[|…|] needs one rule, here are {descriptors.Length}; write {{|ID:…|}}.");
    }

    private protected ParsedState Parse(SolutionState state, LineEnding ending) => ParsedState.Create(state, ending, DefaultDiagnostic);

    private protected Solution CreateSolution(ParsedState state)
    {
        var main = state.Projects[0];
        var (solution, id) = Settings(main, null).Start();
        var ids = new Dictionary<string, ProjectId>(StringComparer.Ordinal) { [main.State.Name] = id };
        solution = AddFiles(solution, id, main);

        foreach (var project in state.Projects.Skip(1))
        {
            (solution, id) = Settings(project, null).AddTo(solution);
            ids[project.State.Name] = id;
            solution = AddFiles(solution, id, project);
        }

        var targets = new List<ProjectId>();
        foreach (var target in AdditionalTargets)
        {
            (solution, id) = Settings(main, target).AddTo(solution);
            targets.Add(id);
            solution = AddFiles(solution, id, main);
        }

        foreach (var project in state.Projects)
        {
            foreach (var reference in project.State.AdditionalProjectReferences)
                solution = solution.AddProjectReference(ids[project.State.Name], new(ids[reference]));
        }

        foreach (var reference in main.State.AdditionalProjectReferences)
            solution = targets.Aggregate(solution, (current, target) => current.AddProjectReference(target, new(ids[reference])));

        return SolutionTransforms.Aggregate(solution, (current, transform) => transform(current, ids[main.State.Name]));
    }

    private ProjectSettings Settings(ParsedProject project, ReferenceAssemblies? target) => new(
        target is null ? project.State.Name : $"{project.State.Name}({target})",
        target ?? project.State.ReferenceAssemblies ?? ReferenceAssemblies,
        project.State.OutputKind ?? (project.Sources.Any(source => HasTopLevelStatements(source.Text)) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary),
        LanguageVersion,
        NullableContextOptions,
        ImplicitUsings,
        RunGenerators);

    private bool HasTopLevelStatements(string source) =>
        CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion)).GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();

    private Solution AddFiles(Solution solution, ProjectId id, ParsedProject project)
    {
        foreach (var (path, text) in project.Sources)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), Text(text), filePath: path);
        foreach (var (path, text) in project.State.AdditionalFiles)
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), Text(text), filePath: path);
        foreach (var (path, text) in project.State.AnalyzerConfigFiles)
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), Text(text), filePath: path);

        if (project.State.AdditionalReferences.Count > 0)
            solution = solution.AddMetadataReferences(id, project.State.AdditionalReferences);

        if (project.State.BuildProperties is { Count: > 0 } properties)
        {
            var lines = properties.Select(property => $"build_property.{property.Key} = {property.Value}\n");
            solution = solution.AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id), "BuildProperties.globalconfig", Text("is_global = true\n" + string.Concat(lines)), filePath: "/obj/BuildProperties.globalconfig");
        }

        var disabled = Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Where(descriptor => !descriptor.IsEnabledByDefault && EnabledRules?.Contains(descriptor.Id) != false)
            .DistinctBy(descriptor => descriptor.Id)
            .ToDictionary(descriptor => descriptor.Id, descriptor => Report(descriptor.DefaultSeverity));
        if (disabled.Count > 0)
        {
            var options = solution.GetProject(id)!.CompilationOptions!;
            solution = solution.WithProjectCompilationOptions(id, options.WithSpecificDiagnosticOptions(options.SpecificDiagnosticOptions.SetItems(disabled)));
        }

        return solution;
    }

    private static SourceText Text(string text) => SourceText.From(text, System.Text.Encoding.UTF8);

    private static ReportDiagnostic Report(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => ReportDiagnostic.Error,
        DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
        DiagnosticSeverity.Info => ReportDiagnostic.Info,
        _ => ReportDiagnostic.Hidden,
    };

    /// <summary>The diagnostics that count in this test.</summary>
    private ImmutableArray<Diagnostic> Counting(ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => !Analysis.IsCompiler(diagnostic) || CompilerDiagnostics switch
        {
            CompilerDiagnostics.None => false,
            CompilerDiagnostics.Errors => diagnostic.Severity == DiagnosticSeverity.Error,
            _ => diagnostic.Severity >= DiagnosticSeverity.Warning,
        })];

    private protected async Task RequireDiagnosticsAsync(
        string what, Solution solution, ImmutableArray<DiagnosticResult> expected, bool determinism, CancellationToken cancellation)
    {
        foreach (var project in solution.Projects)
        {
            var paths = project.Documents.Select(document => document.FilePath).Concat(project.AdditionalDocuments.Select(document => document.FilePath)).ToHashSet();
            var here = expected.Where(result => result.Locations.IsEmpty || paths.Contains(result.Locations[0].Path)).ToImmutableArray();
            var actual = Counting(await Analyses.DiagnosticsAsync(project, cancellation));
            await DiagnosticComparison.RequireAsync(solution.ProjectIds.Count == 1 ? what : $"{what}, project {project.Name}", project, here, actual);

            if (!determinism)
                continue;
            var again = Counting(await Analysis.RunAsync(project, Analyzers, concurrent: false, reversed: true, cancellation));
            var (first, second) = (actual.Select(Analysis.Describe).ToArray(), again.Select(Analysis.Describe).ToArray());
            if (!first.SequenceEqual(second))
            {
                throw new VerificationException($"{what}: the result depends on order or concurrency.\nConcurrent, documents in order:\n  "
                    + string.Join("\n  ", first) + "\nOne thread, documents reversed:\n  " + string.Join("\n  ", second));
            }
        }

        var known = solution.Projects.SelectMany(project => project.Documents.Concat<TextDocument>(project.AdditionalDocuments)).Select(document => document.FilePath).ToHashSet();
        if (expected.FirstOrDefault(result => !result.Locations.IsEmpty && !known.Contains(result.Locations[0].Path)) is { } lost)
            throw new VerificationException($"{what}: {lost.Id} is expected in {lost.Locations[0].Path}, which is no file of the test.");
    }
}
