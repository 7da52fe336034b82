using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>
/// What may stand under a lock that a fix introduces. The judgement errs towards keeping things out: a wait under a
/// lock can deadlock, foreign code under it can too, and long work makes the threads run one after the other.
/// </summary>
internal static class Work
{
    /// <summary>Whether the code of the node itself (lambdas apart) can never be under a lock: await, yield, waiting, starting or joining threads.</summary>
    public static bool IsForbiddenIn(SemanticModel model, SyntaxNode node) => Own(node).Any(inner => IsForbidden(model, inner));

    /// <summary>Whether the code of the node itself calls what may take long or take locks of its own.</summary>
    public static bool IsForeignIn(SemanticModel model, SyntaxNode node) => Own(node).Any(inner => IsForeign(model, inner));

    /// <summary>The nodes that run when the node runs.</summary>
    public static IEnumerable<SyntaxNode> Own(SyntaxNode node) =>
        node.DescendantNodesAndSelf(inner => inner == node || inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    public static bool IsForbidden(SemanticModel model, SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax or YieldStatementSyntax => true,
        CommonForEachStatementSyntax loop => loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
        UsingStatementSyntax statement => statement.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
        LocalDeclarationStatementSyntax declaration => declaration.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
        InvocationExpressionSyntax call => model.GetSymbolInfo(call).Symbol is IMethodSymbol method && IsWaitOrSpawn(method),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } member =>
            model.GetSymbolInfo(member).Symbol is IPropertySymbol { ContainingType: { } type } && IsThreading(type),
        _ => false,
    };

    public static bool IsForeign(SemanticModel model, SyntaxNode node)
    {
        if (IsForbidden(model, node))
            return true;

        return node switch
        {
            InvocationExpressionSyntax call => model.GetSymbolInfo(call).Symbol switch
            {
                IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } => true,
                IMethodSymbol method => IsForeign(method),
                // nameof and the like
                _ => model.GetConstantValue(call) is { HasValue: false },
            },
            BaseObjectCreationExpressionSyntax creation =>
                model.GetSymbolInfo(creation).Symbol is IMethodSymbol { IsImplicitlyDeclared: false } constructor && IsForeign(constructor),
            _ => false,
        };
    }

    private static bool IsForeign(IMethodSymbol method)
    {
        method = method.ReducedFrom ?? method;
        if (method.DeclaringSyntaxReferences.Length == 0)
        {
            var space = method.ContainingNamespace?.ToDisplayString() ?? "";
            return method.ContainingType.TypeKind == TypeKind.Interface && !space.StartsWith("System.Collections", StringComparison.Ordinal)
                || space.StartsWith("System.IO", StringComparison.Ordinal)
                || space.StartsWith("System.Net", StringComparison.Ordinal)
                || space.StartsWith("System.Diagnostics", StringComparison.Ordinal)
                || space.StartsWith("System.Threading", StringComparison.Ordinal) && method.ContainingType.Name is not ("Interlocked" or "Volatile") && !IsFinished(method)
                || !space.StartsWith("System", StringComparison.Ordinal);
        }

        // A short method without calls or loops is as good as inlined.
        return method.IsVirtual || method.IsAbstract || method.IsOverride
            || method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().DescendantNodes().Any(inner =>
                inner is InvocationExpressionSyntax or WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
                    or DoStatementSyntax or AwaitExpressionSyntax or LockStatementSyntax or YieldStatementSyntax));
    }

    private static bool IsWaitOrSpawn(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type)
            return false;
        if (IsThreading(type))
        {
            return type.Name switch
            {
                "Interlocked" or "Volatile" or "Monitor" or "Lock" => method.Name == "Wait",
                // Slow, but nobody waits for anybody.
                "Thread" => method.Name is not ("Sleep" or "Yield" or "SpinWait" or "get_CurrentThread" or "MemoryBarrier"),
                "CancellationToken" or "CancellationTokenSource" => false,
                _ => !IsFinished(method),
            };
        }

        return type.ToDisplayString() == "System.Runtime.CompilerServices.TaskAwaiter" || type.Name.StartsWith("TaskAwaiter", StringComparison.Ordinal);
    }

    /// <summary>Makes a task that is done already, or one that somebody will end: nothing waits and nothing runs.</summary>
    private static bool IsFinished(IMethodSymbol method) => method.ContainingType.Name switch
    {
        "Task" or "ValueTask" => method.Name is "FromResult" or "FromException" or "FromCanceled" or "get_CompletedTask",
        "TaskCompletionSource" => method.MethodKind == MethodKind.Constructor || method.Name == "get_Task",
        _ => false,
    };

    private static bool IsThreading(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is "System.Threading" or "System.Threading.Tasks";
}
