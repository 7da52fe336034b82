using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>What may be awaited while a semaphore is held: a call, whose end depends on nobody who waits for the semaphore.</summary>
internal static class HeldAwait
{
    /// <summary>Some access stands in code that awaits, and all others in code that may wait for it.</summary>
    public static bool IsPossible(SourceView source, IReadOnlyList<StateAccess> accesses) =>
        accesses.Any(access => GateStyles.IsAsync(access.Body) && Work.Own(access.Body!).Any(node => node is AwaitExpressionSyntax))
        && accesses.All(access => MayWait(source, access));

    public static bool IsForbiddenIn(SemanticModel model, SyntaxNode node) => Work.Own(node).Any(inner => inner switch
    {
        // Tasks that run already, and those of others, may need what the semaphore guards.
        AwaitExpressionSyntax { Expression: var awaited } => Unconfigured(awaited) is not InvocationExpressionSyntax call || IsJoin(model, call),
        CommonForEachStatementSyntax loop => loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
        InvocationExpressionSyntax call => !IsAwaited(call) && Work.IsForbidden(model, call),
        _ => inner is not (UsingStatementSyntax or LocalDeclarationStatementSyntax) && Work.IsForbidden(model, inner),
    });

    /// <summary>
    /// A thread that blocks for a semaphore which is held across an await can be the one that the await needs; reading a
    /// property or leaving a constructor is no place for that, and neither is a locked region.
    /// </summary>
    private static bool MayWait(SourceView source, StateAccess access)
    {
        if (access.Reference.Ancestors().TakeWhile(node => node != access.Body).Any(node => node is LockStatementSyntax))
            return false;
        if (GateStyles.IsAsync(access.Body))
            return true;
        return access.Body switch
        {
            MethodDeclarationSyntax method => source.Model.GetDeclaredSymbol(method) is { IsOverride: false, IsAsync: false, ReturnType.Name: not ("Task" or "ValueTask" or "IAsyncEnumerable" or "IEnumerable") },
            LocalFunctionStatementSyntax function => source.Model.GetDeclaredSymbol(function) is IMethodSymbol { ReturnType.Name: not ("Task" or "ValueTask" or "IAsyncEnumerable" or "IEnumerable") },
            _ => false,
        };
    }

    private static bool IsJoin(SemanticModel model, InvocationExpressionSyntax call) =>
        model.GetSymbolInfo(call).Symbol is not IMethodSymbol method
        || method.MethodKind == MethodKind.DelegateInvoke && method.ContainingType.DelegateInvokeMethod is null
        || method.ContainingType is { Name: "Task" or "ValueTask" or "Parallel" or "SemaphoreSlim" or "TaskFactory" } type && method.Name is not ("Delay" or "Yield" or "FromResult")
            && type.ContainingNamespace.ToDisplayString().StartsWith("System.Threading", StringComparison.Ordinal);

    private static bool IsAwaited(ExpressionSyntax call)
    {
        SyntaxNode node = call;
        while (node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } or ParenthesizedExpressionSyntax
            or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } })
            node = node.Parent;
        return node.Parent is AwaitExpressionSyntax;
    }

    private static ExpressionSyntax Unconfigured(ExpressionSyntax awaited) => awaited switch
    {
        ParenthesizedExpressionSyntax inner => Unconfigured(inner.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var task } } => Unconfigured(task),
        _ => awaited,
    };
}
