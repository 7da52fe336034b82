using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.Mutation;

/// <summary>What a name is used for, from the syntax around it.</summary>
internal static class UseShape
{
    private static readonly string[] s_safe = ["System.Collections.Concurrent", "System.Collections.Immutable", "System.Collections.Frozen", "System.Threading"];

    public static bool Writes(SimpleNameSyntax name)
    {
        var whole = Whole(name);
        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == whole,
            PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression),
            PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression),
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) && !argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword),
            _ => false,
        };
    }

    /// <summary>Reads and writes in one: two threads at once lose one of them.</summary>
    public static bool Updates(SimpleNameSyntax name) =>
        Whole(name).Parent is PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or AssignmentExpressionSyntax { RawKind: not (int)SyntaxKind.SimpleAssignmentExpression } && Writes(name);

    /// <summary>A call or element of a collection or buffer that is not made for several threads; its length is one word.</summary>
    public static bool IsContent(SimpleNameSyntax name, ISymbol state) =>
        IsThreadUnsafe(state is IFieldSymbol field ? field.Type : ((IPropertySymbol)state).Type)
        && (Whole(name).Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: not ("Count" or "Length") } or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax
            || Whole(name).Parent is CommonForEachStatementSyntax loop && loop.Expression == Whole(name));

    /// <summary>Members of collections and buffers that leave them as they are; LINQ's are among them.</summary>
    private static readonly HashSet<string> s_reading =
    [
        "Count", "Length", "LongLength", "Keys", "Values", "Comparer", "Capacity", "First", "Last", "Peek", "TryPeek", "Contains", "ContainsKey", "ContainsValue", "TryGetValue", "GetValueOrDefault",
        "IndexOf", "LastIndexOf", "BinarySearch", "Find", "FindAll", "FindIndex", "FindLast", "Exists", "TrueForAll", "ForEach", "GetEnumerator", "GetRange", "GetValue", "CopyTo", "Clone", "ToArray", "ToList",
        "ToDictionary", "ToHashSet", "ToLookup", "ToString", "AsReadOnly", "AsSpan", "Any", "All", "FirstOrDefault", "LastOrDefault", "Single", "SingleOrDefault", "Select", "SelectMany", "Where", "OfType",
        "Cast", "OrderBy", "OrderByDescending", "GroupBy", "Sum", "Min", "Max", "Average", "Aggregate", "Concat", "Skip", "Take", "TakeWhile", "SkipWhile", "Reverse", "Zip", "Distinct", "Except", "SequenceEqual",
        "IsSubsetOf", "IsSupersetOf", "Overlaps", "SetEquals", "TryGetNonEnumeratedCount", "ElementAt", "GetHashCode", "Equals", "GetLength", "Rank", "SyncRoot",
    ];

    /// <summary>A content use that another thread can see: an element stored, a member called that is not known to read only.</summary>
    public static bool ChangesContent(SimpleNameSyntax name)
    {
        var whole = Whole(name);
        return whole.Parent switch
        {
            MemberAccessExpressionSyntax member => !s_reading.Contains(member.Name.Identifier.ValueText),
            ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } } => !s_reading.Contains(member.Name.Identifier.ValueText),
            ConditionalAccessExpressionSyntax => false,
            ElementAccessExpressionSyntax element => element.Parent switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left == element,
                PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => true,
                ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) || argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword),
                // Part of a struct that is stored in the slot.
                MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } part => assignment.Left == part,
                _ => false,
            },
            _ => false,
        };
    }

    /// <summary>A value of more than one machine word.</summary>
    public static bool IsWide(ISymbol state) => (state is IFieldSymbol field ? field.Type : ((IPropertySymbol)state).Type) is
        { SpecialType: SpecialType.System_Decimal } or { IsTupleType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } or { Name: "Guid" or "DateTimeOffset" };

    private static bool IsThreadUnsafe(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol)
            return true;
        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        if (s_safe.Contains(space) || type.SpecialType == SpecialType.System_String)
            return false;
        return space == "System.Text" && type.Name == "StringBuilder"
            || space.StartsWith("System.Collections", StringComparison.Ordinal) && type.AllInterfaces.Append(type).Any(static part => part.SpecialType == SpecialType.System_Collections_IEnumerable);
    }

    private static ExpressionSyntax Whole(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
}
