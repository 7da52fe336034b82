using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>
/// A test of our package as users have it: all analyzers and all fixes at once, so that code must yield exactly the
/// expected diagnostics of all rules, before and after a fix. Rules that are off by default stay off unless the test names them.
/// </summary>
public sealed class RuleTest : CodeFixTest
{
    public RuleTest() => RunGenerators = true;

    /// <summary>The rule that <c>[|…|]</c> stands for and that is fixed; null: the one id that the input's markup names.</summary>
    public string? Id { get; set; }

    protected override IReadOnlySet<string>? FixedIds => _fixedIds ??= FindFixedIds();
    private HashSet<string>? _fixedIds;

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => Product.CreateAnalyzers();
    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => Product.CreateCodeFixes();

    private bool HasFixedCode => FixedState.Sources.Count > 0 || BatchFixedState.Sources.Count > 0;

    protected override IReadOnlySet<string> EnabledRules => new HashSet<string>([.. NamedIds(TestState), .. NamedIds(FixedState), .. Id is null ? [] : new[] { Id }]);

    private protected override Task RunAsync(LineEnding ending, CancellationToken cancellation) =>
        HasFixedCode ? base.RunAsync(ending, cancellation) : RequireInputAsync(ending, cancellation);

    protected override DiagnosticResult DefaultDiagnostic() => Id is null
        ? throw new VerificationException("[|…|] stands for no rule here: name one with {|ID:…|} or set Id.")
        : Product.Rules.FirstOrDefault(rule => rule.Id == Id) is { } rule ? new(rule) : new(Id, DiagnosticSeverity.Warning);

    // Our fixes edit the diagnosed file and nothing else: dotnet format loses or doubles edits elsewhere.
    private protected override void InspectFix(Solution before, Solution after, OfferedFix fix)
    {
        if (fix.Action.EquivalenceKey is not { Length: > 0 })
            throw new VerificationException($"'{fix.Action.Title}' has no equivalence key.");
        foreach (var id in after.GetChanges(before).GetProjectChanges().SelectMany(project => project.GetChangedDocuments()))
        {
            if (after.GetDocument(id)!.FilePath is var path && path != fix.Document.FilePath)
                throw new VerificationException($"'{fix.Action.Title}' for a finding in {fix.Document.FilePath} also edits {path}.");
        }
    }

    private Task RequireInputAsync(LineEnding ending, CancellationToken cancellation)
    {
        var state = Parse(TestState, ending);
        return RequireDiagnosticsAsync("Input", CreateSolution(state), state.Expected, CheckDeterminism, cancellation);
    }

    private HashSet<string> FindFixedIds() => Id is not null ? [Id] : NamedIds(TestState) is { Count: 1 } one
        ? one
        : throw new VerificationException("A fix test names one rule in its markup, or sets Id to the rule that is fixed.");

    private static HashSet<string> NamedIds(SolutionState state) =>
    [
        .. state.Projects.SelectMany(project => project.Sources)
            .SelectMany(source => Markup.Parse(source.Content, state.MarkupOptions).Spans)
            .Where(span => span.Name is not null && span.LocationNumber is null && !span.Name.StartsWith("CS", StringComparison.Ordinal))
            .Select(span => span.Name!),
        .. state.ExpectedDiagnostics.Select(result => result.Id).Where(id => !id.StartsWith("CS", StringComparison.Ordinal)),
    ];
}
