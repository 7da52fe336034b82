using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

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
            if (index + 1 >= list.Count || list[index + 1] is not { } wait || WaitedFor(source.Model, wait) is not { } handle || !Runs(source, handle, finding.Accesses.Where(other => other != span)) || Work.IsForeignIn(source.Model, read))
                continue;
            var script = new EditScript(source, "Wait before it is read");
            return Placement.MoveBehind(script, read, wait) ? script : null;
        }

        return null;
    }

    /// <summary>Whose end the statement waits for, without a time limit: with a limit nobody knows whether it has come.</summary>
    private static ExpressionSyntax? WaitedFor(SemanticModel model, StatementSyntax statement) => (statement as ExpressionStatementSyntax)?.Expression switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Join" or "Wait" } member } call
            when model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType: { Name: "Thread" or "Task", ContainingNamespace: var space } } && space.ToDisplayString() is "System.Threading" or "System.Threading.Tasks" => member.Expression,
        AwaitExpressionSyntax waiting => waiting.Expression,
        _ => null,
    };

    /// <summary>The code that the handle's initializer starts: lambdas, and members that it names.</summary>
    public static IEnumerable<SyntaxNode> StartedCode(SourceView source, ExpressionSyntax handle) =>
        source.Model.GetSymbolInfo(handle).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] } && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var started }
            ? started.DescendantNodes().OfType<AnonymousFunctionExpressionSyntax>().Select(static lambda => (SyntaxNode)lambda.Body)
                .Concat(started.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => source.Model.GetSymbolInfo(name).Symbol).OfType<IMethodSymbol>()
                    .SelectMany(static method => method.DeclaringSyntaxReferences).Where(declared => declared.SyntaxTree == source.Root.SyntaxTree).Select(static declared => declared.GetSyntax()))
            : [];

    /// <summary>The handle is of what makes one of the accesses: to wait for somebody else would help nothing.</summary>
    public static bool Runs(SourceView source, ExpressionSyntax handle, IEnumerable<TextSpan> accesses) =>
        source.Model.GetSymbolInfo(handle).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] } && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var started }
        && accesses.Any(access => started.Span.Contains(access) || started.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => source.Model.GetSymbolInfo(name).Symbol is IMethodSymbol method
            && method.DeclaringSyntaxReferences.Any(declared => declared.SyntaxTree == source.Root.SyntaxTree && declared.Span.Contains(access))));
}
