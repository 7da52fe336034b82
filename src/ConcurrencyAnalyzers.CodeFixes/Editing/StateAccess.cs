using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>One access to the state of a finding.</summary>
/// <param name="Reference">The state itself: <c>_total</c>, <c>this._items</c>, <c>counter.Value</c>.</param>
/// <param name="Whole">With what is done on it: <c>_items.Count</c>, <c>_slots[i]</c>; for plain values the reference alone.</param>
/// <param name="Symbol">What the reference names.</param>
/// <param name="Writes">Whether it may change the state or its content.</param>
/// <param name="Reads">Whether its value is used.</param>
internal sealed record StateAccess(ExpressionSyntax Reference, ExpressionSyntax Whole, ISymbol Symbol, ITypeSymbol Type, bool Writes, bool Reads)
{
    /// <summary>Calls that leave their receiver as it is; any other call on a mutable object counts as a write.</summary>
    private static readonly HashSet<string> s_readers =
    [
        "Contains", "ContainsKey", "ContainsValue", "TryGetValue", "GetValueOrDefault", "Peek", "TryPeek", "IndexOf", "LastIndexOf",
        "Exists", "Find", "FindAll", "FindIndex", "FindLast", "BinarySearch", "ToArray", "ToList", "ToDictionary", "ToHashSet", "ToString",
        "Any", "All", "Count", "Sum", "Min", "Max", "Average", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault",
        "Select", "Where", "OrderBy", "OrderByDescending", "GetEnumerator", "Equals", "GetHashCode", "CopyTo", "AsSpan", "Aggregate", "ElementAt",
    ];

    /// <summary>The accesses, in order, or null when one is not where it is said to be: then the text has moved on.</summary>
    public static IReadOnlyList<StateAccess>? All(SourceView source, Finding finding)
    {
        var name = LastName(finding[FixFacts.State]);
        var accesses = new List<StateAccess>();
        foreach (var span in finding.Accesses.Distinct().OrderBy(span => span.Start))
        {
            if (One(source, span, name) is not { } access)
                return null;
            if (accesses.All(other => other.Reference != access.Reference))
                accesses.Add(access);
        }

        return accesses.Count > 0 && accesses.All(access => Same(access.Symbol, accesses[0].Symbol)) ? accesses : null;
    }

    public TextSpan Span => Whole.Span;

    /// <summary>A statement sets the number to a constant: <c>_count = 0;</c>.</summary>
    public bool IsSetBack => IsPlainValue(Type)
        && Reference.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression }, Parent: ExpressionStatementSyntax } assignment && assignment.Left == Reference;

    /// <summary>The receiver as written, or null for a bare name and for <c>this</c>.</summary>
    public ExpressionSyntax? Receiver => Reference is MemberAccessExpressionSyntax { Expression: not (ThisExpressionSyntax or BaseExpressionSyntax) } member
        ? member.Expression
        : null;

    /// <summary>The member, accessor, local function or lambda whose code the access is.</summary>
    public SyntaxNode? Body => BodyOf(Reference);

    public static SyntaxNode? BodyOf(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            if (ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
                or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or CompilationUnitSyntax)
                return ancestor;
            if (ancestor is BaseFieldDeclarationSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax or AttributeSyntax)
                return null;
        }

        return null;
    }

    /// <summary>The access in the span to what has the name.</summary>
    public static StateAccess? One(SourceView source, TextSpan span, string? name)
    {
        if (span.IsEmpty || span.End > source.Root.FullSpan.End)
            return null;

        var node = source.Root.FindNode(span, getInnermostNodeForTie: true);
        if (node.Span != span && !span.Contains(node.Span) && !node.Span.Contains(span))
            return null;
        var simple = node.DescendantNodesAndSelf()
            .OfType<SimpleNameSyntax>()
            .FirstOrDefault(candidate => span.Contains(candidate.Span) && (name is null || candidate.Identifier.ValueText == name));
        if (simple is null)
            return null;

        ExpressionSyntax reference = simple.Parent is MemberAccessExpressionSyntax member && member.Name == simple ? member : simple;
        var symbol = source.Model.GetSymbolInfo(reference).Symbol;
        var type = symbol switch
        {
            IFieldSymbol field => field.Type,
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IPropertySymbol property => property.Type,
            IMethodSymbol method => method.ReturnType,
            _ => null,
        };
        if (symbol is null || type is null)
            return null;

        var whole = WholeOf(reference, type);
        var (reads, writes) = Use(whole, reference, type);
        return new(reference, whole, symbol, type, writes, reads);
    }

    /// <summary>Climbs to the call, the slot or the member on the state: that, not the reference, is what a lock must cover.</summary>
    private static ExpressionSyntax WholeOf(ExpressionSyntax reference, ITypeSymbol type)
    {
        // A call that needs a lock: the state is whatever the member uses.
        if (reference.Parent is InvocationExpressionSyntax { Expression: var called } invocation && called == reference)
            return invocation;
        if (IsPlainValue(type))
            return reference;

        var whole = reference;
        for (var steps = 0; steps < 8; steps++)
        {
            whole = whole.Parent switch
            {
                MemberAccessExpressionSyntax member when member.Expression == whole && (steps == 0 || IsReadingChain(member)) => member,
                ElementAccessExpressionSyntax element when element.Expression == whole && steps == 0 => element,
                InvocationExpressionSyntax call when call.Expression == whole => call,
                ConditionalAccessExpressionSyntax conditional when conditional.Expression == whole => conditional,
                PostfixUnaryExpressionSyntax bang when bang.IsKind(SyntaxKind.SuppressNullableWarningExpression) => bang,
                _ => whole,
            };
        }

        return whole;
    }

    /// <summary>Values, strings and delegates are what they are once read; nothing more of the state is touched through them.</summary>
    public static bool IsPlainValue(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || type.TypeKind is TypeKind.Enum or TypeKind.Delegate || type.IsValueType && type.IsReadOnly
        || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double or SpecialType.System_DateTime;

    /// <summary>A lazy query walks its source when its result is taken, so the whole chain belongs to the access.</summary>
    private static bool IsReadingChain(MemberAccessExpressionSyntax member) =>
        member.Parent is InvocationExpressionSyntax && s_readers.Contains(member.Name.Identifier.ValueText);

    private static (bool Reads, bool Writes) Use(ExpressionSyntax whole, ExpressionSyntax reference, ITypeSymbol type)
    {
        if (IsCallOn(whole, reference) is { } method && !s_readers.Contains(method) && !IsPlainValue(type))
            return (true, true);

        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == whole => (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression), true),
            PostfixUnaryExpressionSyntax unary when !unary.IsKind(SyntaxKind.SuppressNullableWarningExpression) => (true, true),
            PrefixUnaryExpressionSyntax unary when unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression => (true, true),
            ArgumentSyntax argument when argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword => (true, true),
            ArgumentSyntax argument when argument.RefKindKeyword.Kind() is SyntaxKind.OutKeyword => (false, true),
            _ => (true, false),
        };
    }

    private static string? IsCallOn(ExpressionSyntax whole, ExpressionSyntax reference) =>
        whole == reference
            ? null
            : whole.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
                .Where(call => call.Expression.Span.Contains(reference.Span))
                .Select(call => call.Expression switch
                {
                    MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
                    MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
                    _ => "",
                })
                .LastOrDefault();

    private static bool Same(ISymbol left, ISymbol right) =>
        SymbolEqualityComparer.Default.Equals(left.OriginalDefinition, right.OriginalDefinition);

    private static string? LastName(string? path) => path is null ? null : path.Substring(path.LastIndexOf('.') + 1).TrimEnd(']', '[', ' ', '}', '{');
}
