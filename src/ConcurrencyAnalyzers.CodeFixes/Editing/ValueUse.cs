using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>Whether, and how, the value of an expression is used.</summary>
internal static class ValueUse
{
    public static bool IsUnused(SemanticModel model, ExpressionSyntax expression) => expression.Parent switch
    {
        ExpressionStatementSyntax => true,
        ForStatementSyntax loop => loop.Incrementors.Contains(expression) || loop.Initializers.Contains(expression),
        ArrowExpressionClauseSyntax { Parent: { } member } => model.GetDeclaredSymbol(member) is IMethodSymbol method && YieldsNothing(method),
        LambdaExpressionSyntax lambda when lambda.ExpressionBody == expression =>
            model.GetSymbolInfo(lambda).Symbol is IMethodSymbol method && (YieldsNothing(method) || IsDroppedTask(model, lambda)),
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } discard } => model.GetSymbolInfo(discard).Symbol is IDiscardSymbol,
        _ => false,
    };

    /// <summary><c>_</c>, <c>out _</c>, <c>out var _</c>.</summary>
    public static bool IsDiscard(ExpressionSyntax expression) => expression is IdentifierNameSyntax { Identifier.ValueText: "_" } or DeclarationExpressionSyntax { Designation: DiscardDesignationSyntax };

    /// <summary>A field, or a property that does nothing but keep a value: to ask for it, or to set it, once more does nothing more.</summary>
    public static bool IsStored(ISymbol? member) => member is IFieldSymbol || member is IPropertySymbol { DeclaringSyntaxReferences: [var reference] } && reference.GetSyntax() is PropertyDeclarationSyntax { AccessorList: { } accessors }
        && accessors.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null });

    public static bool NeedsParentheses(ExpressionSyntax expression) => expression.Parent is not (ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax
        or ArrowExpressionClauseSyntax or InterpolationSyntax or LambdaExpressionSyntax or ParenthesizedExpressionSyntax or ExpressionStatementSyntax)
        && !(expression.Parent is AssignmentExpressionSyntax assignment && assignment.Right == expression);

    public static bool IsPrimary(ExpressionSyntax expression) => expression is IdentifierNameSyntax or LiteralExpressionSyntax or InvocationExpressionSyntax
        or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax;

    private static bool YieldsNothing(IMethodSymbol method) =>
        method.ReturnsVoid || method is { IsAsync: true, ReturnType: INamedTypeSymbol { Arity: 0 } };

    /// <summary><c>Task.Run(() =&gt; x++)</c> makes a task with a result; where only the task is kept, nobody can ask for it.</summary>
    private static bool IsDroppedTask(SemanticModel model, LambdaExpressionSyntax lambda)
    {
        if (lambda.Parent?.Parent?.Parent is not InvocationExpressionSyntax call
            || model.GetSymbolInfo(call).Symbol is not IMethodSymbol { Name: "Run" or "StartNew", ContainingType.Name: "Task" or "TaskFactory" })
            return false;

        return call.Parent is ExpressionStatementSyntax or AwaitExpressionSyntax { Parent: ExpressionStatementSyntax }
            || model.GetTypeInfo(call).ConvertedType is INamedTypeSymbol { Name: "Task", Arity: 0 };
    }
}
