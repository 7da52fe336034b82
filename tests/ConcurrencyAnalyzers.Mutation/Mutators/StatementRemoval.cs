using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Mutation.Mutators;

/// <summary>
/// A statement that waits waits no more: <c>await work;</c> becomes <c>work;</c>, and <c>thread.Join();</c>,
/// <c>task.Wait();</c>, <c>Task.WaitAll(…);</c>, <c>event.WaitOne();</c> are gone.
/// </summary>
internal static class StatementRemoval
{
    public static IEnumerable<Mutant> Mutants(CapturedProject project)
    {
        foreach (var tree in project.Trees)
        {
            SemanticModel? model = null;
            var text = tree.GetText();
            foreach (var statement in tree.GetRoot().DescendantNodes().OfType<ExpressionStatementSyntax>())
            {
                if (statement.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax)) is not { } member)
                    continue;
                if (statement.Expression is AwaitExpressionSyntax wait && IsCallOfTask(model ??= project.Compilation.GetSemanticModel(tree), wait.Expression))
                    yield return new(MutationKind.Await, Evidence.Enough, tree, statement.Span, Unawaited(text, wait), [member.Span], "");
                else if (statement.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Join" or "Wait" or "WaitAll" or "WaitOne" or "SignalAndWait" } } call
                    && KindOf((model ??= project.Compilation.GetSemanticModel(tree)).GetSymbolInfo(call).Symbol) is { } kind)
                    yield return new(kind, Evidence.Enough, tree, statement.Span, [Blank.Out(text, call.Span)], [member.Span], call.Expression.ToString());
            }
        }
    }

    private static MutationKind? KindOf(ISymbol? waiting) => waiting?.ContainingType.Name switch
    {
        "Thread" or "Task" => MutationKind.Join,
        "WaitHandle" or "ManualResetEventSlim" or "CountdownEvent" or "Barrier" => MutationKind.Wait,
        _ => null,
    };

    private static IReadOnlyList<TextChange> Unawaited(SourceText text, AwaitExpressionSyntax wait)
    {
        var changes = new List<TextChange> { Blank.Out(text, wait.AwaitKeyword.Span) };
        if (Configured(wait.Expression) is { } configured)
            changes.Add(Blank.Out(text, TextSpan.FromBounds(((MemberAccessExpressionSyntax)configured.Expression).Expression.Span.End, configured.Span.End)));
        return changes;
    }

    private static InvocationExpressionSyntax? Configured(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } } call ? call : null;

    private static bool IsCallOfTask(SemanticModel model, ExpressionSyntax expression)
    {
        var task = Configured(expression) is { Expression: MemberAccessExpressionSyntax { Expression: var inner } } ? inner : expression;
        return task is InvocationExpressionSyntax && model.GetTypeInfo(task).Type is { Name: "Task" or "ValueTask" };
    }
}
