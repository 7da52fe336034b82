using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>The company a state keeps: what else a body changes that others may see.</summary>
internal static class OtherStates
{
    /// <summary>Captured variables and fields, whether assigned or added to; atomic operations and concurrent collections do not count.</summary>
    public static IEnumerable<ISymbol> ChangedIn(SourceView source, SyntaxNode body, ISymbol state)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { state };
        foreach (var name in body.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (!IsChanged(source, name) || name.Parent is MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } outer && outer.Name == name)
                continue;
            if (source.Model.GetSymbolInfo(name).Symbol is { } symbol && IsPlain(symbol) && IsOutside(symbol, body) && seen.Add(symbol))
                yield return symbol;
        }
    }

    /// <summary>Fields that are used in one statement with the state, so that a lock around that covers them too.</summary>
    public static HashSet<ISymbol> UsedBeside(SourceView source, IEnumerable<StateAccess> accesses)
    {
        var beside = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var access in accesses)
        {
            if (access.Reference.Ancestors().FirstOrDefault(static node => node is StatementSyntax or ArrowExpressionClauseSyntax) is not { } together || together is not (ReturnStatementSyntax or ArrowExpressionClauseSyntax or LocalDeclarationStatementSyntax or ExpressionStatementSyntax))
                continue;
            foreach (var name in together.DescendantNodes().OfType<IdentifierNameSyntax>())
                if (source.Model.GetSymbolInfo(name).Symbol is IFieldSymbol { IsReadOnly: false, IsConst: false, IsVolatile: false } field && !SymbolEqualityComparer.Default.Equals(field, access.Symbol))
                    beside.Add(field);
        }

        return beside;
    }

    /// <summary>The one thing that the statement does is to change one of the fields.</summary>
    public static bool IsChangeOf(SourceView source, StatementSyntax statement, HashSet<ISymbol> fields) =>
        statement is ExpressionStatementSyntax && fields.Count > 0
        && statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => IsChanged(source, name) && source.Model.GetSymbolInfo(name).Symbol is { } symbol && fields.Contains(symbol));

    /// <summary>Whether the variable lives longer than one run of the body.</summary>
    public static bool IsOutside(ISymbol symbol, SyntaxNode body) =>
        symbol is IFieldSymbol || symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && !body.Span.Contains(reference.Span);

    private static bool IsPlain(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => !IsConcurrent(field.Type),
        ILocalSymbol local => !IsConcurrent(local.Type),
        IParameterSymbol parameter => !IsConcurrent(parameter.Type),
        _ => false,
    };

    private static bool IsConcurrent(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() is "System.Collections.Concurrent" or "System.Threading.Channels";

    private static bool IsChanged(SourceView source, IdentifierNameSyntax name)
    {
        SyntaxNode target = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } ? name.Parent : name;
        return target.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == target,
            PostfixUnaryExpressionSyntax step => !step.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            PrefixUnaryExpressionSyntax step => step.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
            // Of an array each flow of control mostly has slots of its own.
            ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element => element.Expression == target && assignment.Left == element && source.Model.GetTypeInfo(element.Expression).Type is not IArrayTypeSymbol,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "Remove" or "Enqueue" or "Dequeue" or "Push" or "Pop", Parent: InvocationExpressionSyntax } member => member.Expression == target,
            _ => false,
        };
    }
}
