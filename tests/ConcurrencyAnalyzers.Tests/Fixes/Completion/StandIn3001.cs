using System.Collections.Immutable;
using ConcurrencyAnalyzers.Rules;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Tests.Fixes.Completion;

/// <summary>
/// Stands in for the rule: a thread that is started and never joined, or made and never started. <c>/*result*/</c> marks
/// the first use of results; <c>// group: threads</c> names a collection of handles.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StandIn3001 : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_descriptor = new("CONC3001", "Not joined", "Not joined", "Tests", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSemanticModelAction(Report);
    }

    private static void Report(SemanticModelAnalysisContext context)
    {
        var model = context.SemanticModel;
        var root = model.SyntaxTree.GetRoot(context.CancellationToken);
        var text = root.ToString();
        var result = root.DescendantTrivia().FirstOrDefault(trivia => trivia.ToString() == "/*result*/");
        var group = root.DescendantTrivia().Select(trivia => trivia.ToString()).FirstOrDefault(trivia => trivia.StartsWith("// group: ", StringComparison.Ordinal))?[10..];
        var facts = ImmutableDictionary<string, string?>.Empty;
        if (result.Span.Length > 0)
            facts = facts.Add(FixFacts.JoinBefore, FixFacts.Span(root.FindToken(result.Span.End).Span));

        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.Text: "Start" } start || model.GetTypeInfo(start.Expression).Type?.Name is not ("Thread" or "Process"))
                continue;
            var handle = start.Expression as IdentifierNameSyntax;
            if (group is not null ? Regex.IsMatch(text, $@"in {group}\)\s+\w+\.Join\(\);") : handle is not null && (text.Contains(handle + ".Join();") || text.Contains(".Add(" + handle + ");") || text.Contains(handle + ".WaitForExit();")))
                continue;

            var own = facts.Add(FixFacts.HandleShape, group is null ? "single" : "group");
            if (group is not null || handle is not null)
                own = own.Add(FixFacts.Handle, group ?? handle!.ToString());
            context.ReportDiagnostic(Diagnostic.Create(s_descriptor, call.GetLocation(), own));
        }

        foreach (var made in root.DescendantNodes().OfType<VariableDeclaratorSyntax>())
        {
            if (made.Initializer?.Value is BaseObjectCreationExpressionSyntax creation && model.GetTypeInfo(creation).Type?.Name == "Thread" && !text.Contains(made.Identifier.Text + ".Start();"))
                context.ReportDiagnostic(Diagnostic.Create(s_descriptor, creation.GetLocation(), facts.Add(FixFacts.HandleShape, "unstarted").Add(FixFacts.Handle, made.Identifier.Text)));
        }
    }
}
