using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Rules;

/// <summary>
/// The plumbing that no rule can forget: concurrency, generated code (read, never reported), and reporting tree by
/// tree from the one shared engine, which keeps findings live in the editor.
/// </summary>
public abstract class ConcurrencyRule : DiagnosticAnalyzer
{
    private const string PageRoot = "https://github.com/ConcurrencyAnalyzers/ConcurrencyAnalyzers/blob/main/src/ConcurrencyAnalyzers/Rules/";

    private protected ConcurrencyRule(DiagnosticDescriptor descriptor)
    {
        Descriptor = descriptor;
        SupportedDiagnostics = ImmutableArray.Create(descriptor);
    }

    /// <summary>The one descriptor of the rule.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterSemanticModelAction(Analyze);
    }

    /// <summary>What the rule says of one tree.</summary>
    private protected abstract IEnumerable<Report> Reports(Findings findings);

    /// <param name="area">The folder of the page: SharedState, Locks, Completion, CpuBound or Knowledge.</param>
    /// <param name="id">The rule's id, which is also the page's name.</param>
    internal static string Page(string area, string id) => PageRoot + area + "/" + id + ".md";

    private void Analyze(SemanticModelAnalysisContext context)
    {
        var model = context.SemanticModel;
        var tree = model.SyntaxTree;
        var findings = ConcurrencyModel.Of(model.Compilation).Findings(model.Compilation, context.Options, context.CancellationToken);

        // What no configuration names comes as an error where the assembly asks for that; what one names, as it says.
        var severity = findings.IsStrict && Descriptor.Category == RuleCategories.SharedState ? DiagnosticSeverity.Error : Descriptor.DefaultSeverity;
        foreach (var report in Reports(findings))
            if (report.Place.FilePath == tree.FilePath && SourceMap.Of(tree).ToText(report.Place.Span) is not null)
                context.ReportDiagnostic(report.ToDiagnostic(Descriptor, severity, tree, model.Compilation));
    }
}
