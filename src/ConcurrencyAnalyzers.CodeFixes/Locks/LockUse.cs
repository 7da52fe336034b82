using ConcurrencyAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Locks;

internal enum LockShape
{
    This,
    Type,
    Literal,
    Fresh,
    Local,
    Member,
    Boxed,
}

/// <summary>An expression on which a lock is taken, released, or waited for.</summary>
/// <param name="Symbol">The type of a <c>typeof</c> or <c>this</c>, or the variable.</param>
internal sealed record LockUse(ExpressionSyntax Expression, LockShape Shape, ISymbol? Symbol)
{
    public LockStatementSyntax? Statement => Expression.Parent as LockStatementSyntax;

    /// <summary>Every place where the two would meet: those change together or not at all.</summary>
    public bool IsSameAs(LockUse other) => Shape == other.Shape && Shape switch
    {
        LockShape.Literal => Expression.ToString() == other.Expression.ToString(),
        // Each of them is a new object; what they were meant to be is one.
        LockShape.Fresh => Expression.FirstAncestorOrSelf<TypeDeclarationSyntax>() == other.Expression.FirstAncestorOrSelf<TypeDeclarationSyntax>(),
        _ => SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol),
    };

    public static IEnumerable<LockUse> All(SourceView source, SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes())
        {
            var expression = node switch
            {
                LockStatementSyntax statement => statement.Expression,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax, ArgumentList.Arguments: { Count: > 0 } arguments } => arguments[0].Expression,
                _ => null,
            };
            if (At(source, expression) is { } use)
                yield return use;
        }
    }

    public static LockUse? At(SourceView source, ExpressionSyntax? expression)
    {
        if (expression?.Parent is not LockStatementSyntax && !IsMonitorArgument(source, expression))
            return null;

        var inner = expression!;
        while (inner is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            inner = inner is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression : ((CastExpressionSyntax)inner).Expression;
        var type = source.Model.GetTypeInfo(inner).Type;
        switch (inner)
        {
            case ThisExpressionSyntax:
                return new(expression!, LockShape.This, type);
            case TypeOfExpressionSyntax reflected:
                return new(expression!, LockShape.Type, source.Model.GetTypeInfo(reflected.Type).Type);
            case LiteralExpressionSyntax or InterpolatedStringExpressionSyntax:
                return new(expression!, LockShape.Literal, null);
            case ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax:
                return new(expression!, LockShape.Fresh, null);
        }

        var symbol = source.Model.GetSymbolInfo(inner).Symbol;
        if (symbol is IFieldSymbol { IsConst: true })
            return new(expression!, LockShape.Member, symbol);
        if (type is { IsValueType: true })
            return new(expression!, LockShape.Boxed, symbol);
        return symbol switch
        {
            ILocalSymbol when type?.SpecialType == SpecialType.System_String => new(expression!, LockShape.Member, symbol),
            ILocalSymbol => new(expression!, LockShape.Local, symbol),
            IFieldSymbol { DeclaredAccessibility: not Accessibility.Private } => new(expression!, LockShape.Member, symbol),
            // It gets another object now and then; where that is all it is for, there is no need of a second gate beside it.
            IFieldSymbol { IsReadOnly: false } when type is not ({ SpecialType: SpecialType.System_Object } or { Name: "Lock" }) => new(expression!, LockShape.Member, symbol),
            IParameterSymbol or IFieldSymbol or IPropertySymbol when type?.SpecialType == SpecialType.System_String => new(expression!, LockShape.Member, symbol),
            _ => null,
        };
    }

    /// <summary>
    /// Whether code that this fix does not change locks the same object: other files, other types, callers that lock the
    /// instance from outside, methods marked as synchronized.
    /// </summary>
    public static bool IsSharedBeyond(SourceView source, LockUse use, TypeDeclarationSyntax type)
    {
        var compilation = source.Model.Compilation;
        switch (use.Shape)
        {
            case LockShape.This:
                var self = (INamedTypeSymbol?)source.Model.GetDeclaredSymbol(type);
                return self is null || IsSynchronized(self)
                    || OtherLocks(compilation, type, use).Any(pair => pair.Expression is ThisExpressionSyntax && IsRelated(pair.Model, pair.Expression, self)
                        || pair.Expression is not ThisExpressionSyntax && MayHold(pair.Model.GetTypeInfo(pair.Expression).Type, self));
            case LockShape.Type or LockShape.Literal:
                return OtherLocks(compilation, type, use).Any(pair => pair.Expression.ToString() == use.Expression.ToString());
            case LockShape.Member when use.Symbol is IFieldSymbol or IPropertySymbol:
                return OtherLocks(compilation, type, use).Any(pair => SymbolEqualityComparer.Default.Equals(pair.Model.GetSymbolInfo(pair.Expression).Symbol, use.Symbol));
            default:
                return false;
        }
    }

    private static IEnumerable<(ExpressionSyntax Expression, SemanticModel Model)> OtherLocks(Compilation compilation, TypeDeclarationSyntax type, LockUse use)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var statement in tree.GetRoot().DescendantNodes().OfType<LockStatementSyntax>())
            {
                var changes = statement.FirstAncestorOrSelf<TypeDeclarationSyntax>() == type && SyntaxFactory.AreEquivalent(statement.Expression, use.Expression);
                if (!changes)
                    yield return (statement.Expression, model ??= compilation.GetSemanticModel(tree));
            }
        }
    }

    private static bool IsRelated(SemanticModel model, ExpressionSyntax expression, INamedTypeSymbol self) =>
        model.GetTypeInfo(expression).Type is { } other && (Inherits(other, self) || Inherits(self, other));

    /// <summary>A lock on a variable that can hold such an object.</summary>
    private static bool MayHold(ITypeSymbol? locked, INamedTypeSymbol self) => locked is not null && locked.SpecialType != SpecialType.System_Object && (Inherits(self, locked) || Inherits(locked, self));

    private static bool Inherits(ITypeSymbol? type, ITypeSymbol from)
    {
        for (; type is not null && type.SpecialType != SpecialType.System_Object; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, from.OriginalDefinition))
                return true;
        }

        return false;
    }

    private static bool IsSynchronized(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Any(method => !method.IsStatic && (method.MethodImplementationFlags & System.Reflection.MethodImplAttributes.Synchronized) != 0);

    private static bool IsMonitorArgument(SourceView source, ExpressionSyntax? expression) =>
        expression?.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument
        && list.Arguments.IndexOf(argument) == 0
        && call.Expression is MemberAccessExpressionSyntax { Expression: var holder }
        && source.Model.GetSymbolInfo(holder).Symbol is INamedTypeSymbol { Name: "Monitor" } type && type.ContainingNamespace.ToDisplayString() == "System.Threading";
}
