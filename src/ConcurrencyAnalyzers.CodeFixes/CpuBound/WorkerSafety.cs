using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.CpuBound;

/// <summary>
/// Whether code does the same in another process: it uses no state of this one and leaves nothing behind but its result.
/// Followed through the methods of the compilation; what cannot be followed is not safe.
/// </summary>
internal sealed class WorkerSafety(Compilation compilation)
{
    private const int MaxMethods = 200;

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    public bool IsSafe(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (!_seen.Add(method))
            return true;
        if (_seen.Count > MaxMethods || method.DeclaringSyntaxReferences.Length == 0)
            return false;

        return method.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is var syntax
            && compilation.ContainsSyntaxTree(syntax.SyntaxTree) && IsSafe(syntax, compilation.GetSemanticModel(syntax.SyntaxTree)));
    }

    public bool IsSafe(SyntaxNode code, SemanticModel model)
    {
        foreach (var node in code.DescendantNodes())
        {
            switch (node)
            {
                case AwaitExpressionSyntax or YieldStatementSyntax or ThisExpressionSyntax or BaseExpressionSyntax or LockStatementSyntax or UnsafeStatementSyntax:
                    if (node is not ThisExpressionSyntax and not BaseExpressionSyntax || model.GetEnclosingSymbol(node.SpanStart) is not IMethodSymbol { IsStatic: false })
                        return false;
                    break;
                case SimpleNameSyntax name when !IsSafe(name, model.GetSymbolInfo(name).Symbol):
                    return false;
                case BaseObjectCreationExpressionSyntax creation when model.GetSymbolInfo(creation).Symbol is IMethodSymbol constructor && !IsSafeCall(constructor):
                    return false;
            }
        }

        return !ChangesArguments(code, model);
    }

    private bool IsSafe(SimpleNameSyntax name, ISymbol? symbol) => symbol switch
    {
        // Every process has its own statics: what one writes the other never reads.
        IFieldSymbol { IsStatic: true } field => field.IsConst || field.IsReadOnly && Travels.IsImmutable(field.Type),
        IPropertySymbol { IsStatic: true } property => property.DeclaringSyntaxReferences.Length == 0
            ? IsSafeSpace(property)
            : property.SetMethod is null && property.GetMethod is { } getter && IsSafe(getter),
        IPropertySymbol { DeclaringSyntaxReferences.Length: > 0 } property => property.GetMethod is null || property.GetMethod.DeclaringSyntaxReferences.Length == 0 || IsSafe(property.GetMethod),
        IEventSymbol => false,
        IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } => true,
        IMethodSymbol method => name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not null && IsSafeCall(method),
        _ => true,
    };

    private bool IsSafeCall(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.Length > 0)
            return !method.IsVirtual && !method.IsAbstract && !method.IsOverride && IsSafe(method);
        return method.MethodKind == MethodKind.Constructor && method.IsImplicitlyDeclared || IsSafeSpace(method);
    }

    /// <summary>The parts of the base library that compute and hold values.</summary>
    private static bool IsSafeSpace(ISymbol member)
    {
        var type = member.ContainingType?.ToDisplayString() ?? "";
        if (type is "System.Console" or "System.Environment" or "System.AppDomain" or "System.GC" or "System.Activator" or "System.Type")
            return false;
        return (member.ContainingNamespace?.ToDisplayString() ?? "") is var space
            && (space is "System" or "System.Linq" or "System.Text" or "System.Numerics" or "System.Buffers" or "System.Text.RegularExpressions" or "System.Globalization"
                or "System.Security.Cryptography" or "System.Runtime.Intrinsics" or "System.Runtime.CompilerServices" or "System.Runtime.InteropServices"
                || space.StartsWith("System.Collections", StringComparison.Ordinal) || space.StartsWith("System.Numerics", StringComparison.Ordinal));
    }

    /// <summary>The caller would look at its own array in vain: the worker has changed a copy.</summary>
    private bool ChangesArguments(SyntaxNode code, SemanticModel model)
    {
        if (code is not BaseMethodDeclarationSyntax and not LocalFunctionStatementSyntax)
            return false;

        var parameters = code.ChildNodes().OfType<ParameterListSyntax>().SelectMany(list => list.Parameters);
        return parameters.Any(parameter => model.GetDeclaredSymbol(parameter) is IParameterSymbol symbol && !Travels.IsImmutable(symbol.Type) && MayChange(symbol, code, model));
    }

    public static bool MayChange(ISymbol variable, SyntaxNode code, SemanticModel model) =>
        code.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == variable.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, variable))
            .Any(name => !IsRead(name, model));

    /// <summary>Its length, its elements, its own walk; handed on only to a parameter that the callee reads as well.</summary>
    private static bool IsRead(ExpressionSyntax use, SemanticModel model) => use.Parent switch
    {
        ElementAccessExpressionSyntax element when element.Expression == use => !IsTarget(element) && Travels.IsImmutable(model.GetTypeInfo(element).Type!),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" or "Keys" or "Values" } => true,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } => model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingNamespace: { Name: "Linq" } }
            || model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "Contains" or "ContainsKey" or "TryGetValue" or "IndexOf" or "GetValueOrDefault" },
        MemberAccessExpressionSyntax member when !IsTarget(member) => model.GetTypeInfo(member).Type is { } type && Travels.IsImmutable(type),
        CommonForEachStatementSyntax loop => loop.Expression == use && (loop is not ForEachStatementSyntax each || model.GetDeclaredSymbol(each) is ILocalSymbol local && Travels.IsImmutable(local.Type)),
        ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent.Parent: InvocationExpressionSyntax call } argument => IsReadBy(call, argument, model),
        _ => false,
    };

    private static bool IsReadBy(InvocationExpressionSyntax call, ArgumentSyntax argument, SemanticModel model)
    {
        if (argument.NameColon is not null || model.GetSymbolInfo(call).Symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } callee
            || callee.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } code || code.SyntaxTree != call.SyntaxTree || code.Span.Contains(call.Span))
            return false;
        var index = call.ArgumentList.Arguments.IndexOf(argument);
        return index < callee.Parameters.Length && !MayChange(callee.Parameters[index], code, model);
    }

    private static bool IsTarget(ExpressionSyntax expression) => expression.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == expression,
        PostfixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0,
        RefExpressionSyntax => true,
        _ => false,
    };
}
