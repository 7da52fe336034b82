using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Rules.Knowledge;

/// <summary>CONC0002: a line of the user's own facts says nothing, and so changes nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Only the author knows which fact was meant.")]
public sealed class KnowledgeFile : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string Id = "CONC0002";

    private static readonly DiagnosticDescriptor s_descriptor = new(
        Id,
        "Line of a knowledge file is not understood",
        "This line is left out: {0}",
        RuleCategories.Knowledge,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Each line of ConcurrencyKnowledge.txt and *.concurrency.txt is one fact about a library; a line that is not of that form changes nothing.",
        ConcurrencyRule.Page("Knowledge", Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        if (!UserKnowledge.IsFile(context.AdditionalFile.Path) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
            return;
        foreach (var (span, problem) in UserKnowledge.ProblemsOf(text.ToString()))
            context.ReportDiagnostic(Diagnostic.Create(s_descriptor, Location.Create(context.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span)), problem));
    }
}
