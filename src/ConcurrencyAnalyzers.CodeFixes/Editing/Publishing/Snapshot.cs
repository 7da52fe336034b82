using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Publishing;

/// <summary>A copy of a collection, a view or a query that has the type which the place wants.</summary>
internal static class Snapshot
{
    private static readonly HashSet<string> s_readOnlySequences = ["System.Collections.Generic.IEnumerable<T>", "System.Collections.Generic.IReadOnlyCollection<T>", "System.Collections.Generic.IReadOnlyList<T>"];

    private static readonly HashSet<string> s_lists = ["System.Collections.Generic.List<T>", "System.Collections.Generic.IList<T>", "System.Collections.Generic.ICollection<T>"];

    /// <summary>Collections with a constructor that takes the items, and whether one takes the comparer too.</summary>
    private static readonly Dictionary<string, bool> s_copyable = new()
    {
        ["System.Collections.Generic.Dictionary<TKey, TValue>"] = true,
        ["System.Collections.Generic.SortedDictionary<TKey, TValue>"] = true,
        ["System.Collections.Generic.HashSet<T>"] = true,
        ["System.Collections.Generic.SortedSet<T>"] = true,
        ["System.Collections.Generic.Queue<T>"] = false,
        ["System.Collections.Generic.LinkedList<T>"] = false,
    };

    /// <summary>What to write instead of which span; null where no copy has the right type.</summary>
    public static (TextSpan Span, string Text)? Of(EditScript script, ExpressionSyntax expression)
    {
        var model = script.Source.Model;
        var info = model.GetTypeInfo(expression);
        if (info.Type is not { } type || info.ConvertedType is not { } wanted)
            return null;

        // An enumerator, and what AsReadOnly gives: of a copy of what it is taken from.
        if (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetEnumerator" or "AsReadOnly", Expression: var inner } })
            return model.GetTypeInfo(inner).Type is { } viewed && CopyOfSame(script, inner, viewed) is { } copy ? (inner.Span, copy) : null;
        if (CopyAs(script, expression, type, wanted) is not { } text)
            return null;
        return (expression.Span, info.Nullability.FlowState == NullableFlowState.MaybeNull && wanted.IsReferenceType ? $"{expression.WithoutTrivia()} is null ? null : {text}" : text);
    }

    /// <summary>A copy on which the same member can be called.</summary>
    private static string? CopyOfSame(EditScript script, ExpressionSyntax expression, ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class } list && list.OriginalDefinition.ToDisplayString() == "System.Collections.Generic.List<T>"
            ? script.Source.NameOf(list.WithNullableAnnotation(NullableAnnotation.NotAnnotated), expression.SpanStart) is { } name ? $"new {name}({expression.WithoutTrivia()})" : null
            : CopyAs(script, expression, type, type);

    private static string? CopyAs(EditScript script, ExpressionSyntax expression, ITypeSymbol type, ITypeSymbol? wanted)
    {
        var source = script.Source;
        var text = expression.WithoutTrivia().ToString();
        if (wanted is IArrayTypeSymbol { Rank: 1 } array)
            return type is IArrayTypeSymbol ? $"({source.NameOf(array, expression.SpanStart)}){text}.Clone()" : null;
        if (wanted is not null && IsWindow(wanted, isReadOnly: true) && IsWindow(type, isReadOnly: false))
            return expression is InvocationExpressionSyntax or ObjectCreationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax ? text + ".ToArray()" : null;
        if (wanted is not null && IsText(wanted) && IsText(type))
            return expression is IdentifierNameSyntax or MemberAccessExpressionSyntax ? $"new {source.NameOf(wanted.WithNullableAnnotation(NullableAnnotation.NotAnnotated), expression.SpanStart)}({text}.ToString())" : null;
        if (wanted is not INamedTypeSymbol { TypeArguments.Length: > 0 } named || ItemOf(type) is not { } item)
            return null;

        var definition = named.OriginalDefinition.ToDisplayString();
        var isReadOnly = s_readOnlySequences.Contains(definition);
        if (isReadOnly || s_lists.Contains(definition))
        {
            if (!SymbolEqualityComparer.Default.Equals(named.TypeArguments[0], item) && named.TypeArguments[0].IsValueType)
                return null;
            if (source.Targets.HaveLanguage(1200))
                return $"[.. {text}]";
            return isReadOnly && type is INamedTypeSymbol { Name: "List" } ? text + ".ToArray()" : source.NameOf(named.TypeArguments[0], expression.SpanStart) is { } name ? $"new {Usings.Name(script, expression.SpanStart, "System.Collections.Generic", "List", 1)}<{name}>({text})" : null;
        }

        // A dictionary, a set or a queue stays what it is, with its comparer; an interface of it gets the same.
        if (type is not INamedTypeSymbol own || !s_copyable.TryGetValue(own.OriginalDefinition.ToDisplayString(), out var hasComparer) || source.NameOf(own.WithNullableAnnotation(NullableAnnotation.NotAnnotated), expression.SpanStart) is not { } ownName
            || !SymbolEqualityComparer.Default.Equals(own, wanted) && wanted.TypeKind != TypeKind.Interface || expression is not (IdentifierNameSyntax or MemberAccessExpressionSyntax))
            return null;
        return hasComparer ? $"new {ownName}({text}, {text}.Comparer)" : $"new {ownName}({text})";
    }

    /// <summary>A window into memory that an array converts to: those through which nothing is written, unless any will do.</summary>
    private static bool IsWindow(ITypeSymbol type, bool isReadOnly) =>
        type is INamedTypeSymbol { Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        && (type.Name is "ReadOnlySpan" or "ReadOnlyMemory" || !isReadOnly && (type.Name is "Span" or "Memory"));

    private static bool IsText(ITypeSymbol type) => type is { Name: "StringBuilder", ContainingNamespace: { Name: "Text", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>The type of the items: the argument of the one <c>IEnumerable&lt;T&gt;</c> that it is.</summary>
    private static ITypeSymbol? ItemOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
            return array.ElementType;
        var sequences = type.AllInterfaces.Concat(type is INamedTypeSymbol self ? [self] : [])
            .Where(static candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T).ToArray();
        return sequences.Length == 1 ? sequences[0].TypeArguments[0] : null;
    }
}
