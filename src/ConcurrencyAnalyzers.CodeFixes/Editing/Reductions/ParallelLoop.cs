using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Reductions;

/// <summary>A call of <c>Parallel.For</c> or <c>Parallel.ForEach</c> whose rounds have nothing of their own yet.</summary>
internal sealed record ParallelLoop(InvocationExpressionSyntax Call, LambdaExpressionSyntax Body)
{
    /// <summary>The loop whose rounds all the nodes belong to.</summary>
    public static ParallelLoop? Around(SemanticModel model, IEnumerable<SyntaxNode> nodes)
    {
        ParallelLoop? loop = null;
        foreach (var node in nodes)
        {
            if (node.Ancestors().OfType<LambdaExpressionSyntax>().Select(lambda => Of(model, lambda)).FirstOrDefault(found => found is not null) is not { } around
                || loop is not null && loop.Body != around.Body)
                return null;
            loop = around;
        }

        return loop;
    }

    /// <summary>The parameters: the round, and perhaps the loop's state and the index.</summary>
    public IReadOnlyList<ParameterSyntax> Parameters => Body switch
    {
        SimpleLambdaExpressionSyntax simple => [simple.Parameter],
        ParenthesizedLambdaExpressionSyntax list => list.ParameterList.Parameters.ToArray(),
        _ => [],
    };

    private static ParallelLoop? Of(SemanticModel model, LambdaExpressionSyntax lambda)
    {
        if (lambda.Parent is not ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax } } call } list }
            || lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword) || list.Arguments.Last().Expression != lambda || list.Arguments.Any(argument => argument.NameColon is not null)
            || model.GetSymbolInfo(call).Symbol is not IMethodSymbol { Name: "For" or "ForEach", ContainingType: { Name: "Parallel" } type } method
            || type.ContainingNamespace.ToDisplayString() != "System.Threading.Tasks")
            return null;

        // With values of their own the rounds are functions already.
        return method.Parameters.Last().Type is INamedTypeSymbol { Name: "Action", Arity: 1 or 2 or 3 } ? new(call, lambda) : null;
    }
}
