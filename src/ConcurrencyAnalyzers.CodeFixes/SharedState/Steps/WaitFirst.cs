using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>
/// A result that is read right before the wait for whoever makes it: the wait comes first. Only neighbours change places;
/// what stands between might be what the other side waits for.
/// </summary>
internal static class WaitFirst
{
    public static EditScript? Plan(SourceView source, Finding finding)
    {
        foreach (var span in finding.Accesses)
        {
            if (span.IsEmpty || span.End > source.Root.FullSpan.End || source.Root.FindNode(span).FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } read)
                continue;
            var list = StatementList.Around(read);
            var index = list.FindIndex(statement => statement == read);
            if (index + 1 >= list.Count || list[index + 1] is not { } wait || !IsWait(source.Model, wait) || Work.IsForeignIn(source.Model, read))
                continue;
            var script = new EditScript(source, "Wait before it is read");
            return Placement.MoveBehind(script, read, wait) ? script : null;
        }

        return null;
    }

    /// <summary>A wait without a time limit for a thread or a task: with a limit nobody knows whether it has ended.</summary>
    private static bool IsWait(SemanticModel model, StatementSyntax statement) => statement is ExpressionStatementSyntax
    {
        Expression: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Join" or "Wait", Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } } call
    } && model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType: { Name: "Thread" or "Task", ContainingNamespace: var space } } && space.ToDisplayString() is "System.Threading" or "System.Threading.Tasks"
        || statement is ExpressionStatementSyntax { Expression: AwaitExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } };
}
