using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Tests.Fixes.Completion;

/// <summary>
/// Stands in for the rule: a call behind <c>/*lost*/</c> that is not awaited, or behind <c>/*lost: tasks*/</c> while nothing awaits <c>tasks</c>.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StandIn3002 : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_descriptor = new("CONC3002", "Not awaited", "Not awaited", "Tests", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxTreeAction(Report);
    }

    private static void Report(SyntaxTreeAnalysisContext context)
    {
        var root = context.Tree.GetRoot(context.CancellationToken);
        var awaited = root.DescendantNodes().OfType<AwaitExpressionSyntax>().Select(expression => expression.Expression.ToString()).ToList();
        foreach (var trivia in root.DescendantTrivia().Where(trivia => trivia.ToString().StartsWith("/*lost", StringComparison.Ordinal)))
        {
            var group = trivia.ToString() is ['/', '*', 'l', 'o', 's', 't', ':', .. var name] ? name.TrimEnd('/', '*').Trim() : null;
            var call = root.DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Where(node => node.SpanStart >= trivia.Span.End && root.FindToken(trivia.Span.End).SpanStart <= node.SpanStart)
                .MinBy(node => (node.SpanStart, -node.Span.Length))!;
            var observed = group is not null
                ? awaited.Any(text => text.Contains(group))
                : call.Ancestors().TakeWhile(node => node is not AnonymousFunctionExpressionSyntax).Any(node => node is AwaitExpressionSyntax) || call.ToString().Contains(".Add(");
            if (!observed)
                context.ReportDiagnostic(Diagnostic.Create(s_descriptor, call.GetLocation()));
        }
    }
}
