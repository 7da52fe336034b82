using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>Names in the style that the surrounding code uses.</summary>
internal static class GateNames
{
    /// <summary>A name for a lock field: <c>_gate</c>, <c>s_gate</c>, <c>m_gate</c>, <c>gate</c>, as the type's own fields are named; <c>Gate</c> where others see it.</summary>
    public static string ForField(TypeDeclarationSyntax type, INamedTypeSymbol symbol, string? state, bool isStatic, bool isShared)
    {
        var prefix = isShared ? "P" : PrefixOf(symbol, state, isStatic);
        var taken = new HashSet<string>(symbol.GetMembers().Select(member => member.Name)
            .Concat((isShared ? type.SyntaxTree.GetRoot() : type).DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)));
        return Candidates(Bare(state)).Select(name => Join(prefix, name)).First(name => !taken.Contains(name));
    }

    /// <summary>A name for a new local that nothing in the member bears yet.</summary>
    public static string ForLocal(SyntaxNode place, string wanted, IEnumerable<string>? also = null)
    {
        var taken = new HashSet<string>(ScopeOf(place).DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)
            .Concat(also ?? []));
        wanted = IsName(wanted) ? wanted : "value";
        return Numbered(wanted).First(name => !taken.Contains(name));
    }

    /// <summary>Where the names of locals must not clash: the whole member, or all top-level code.</summary>
    public static SyntaxNode ScopeOf(SyntaxNode place) =>
        place.AncestorsAndSelf().FirstOrDefault(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? place.SyntaxTree.GetRoot();

    /// <summary>The local name that goes with a member: <c>_total</c>, <c>Total</c> → <c>total</c>.</summary>
    public static string Bare(string? name)
    {
        var bare = (name ?? "").TrimStart('_');
        if (bare.Length > 2 && bare[1] == '_' && bare[0] is 's' or 'm' or 't')
            bare = bare.Substring(2);
        return bare.Length == 0 ? "state" : char.ToLowerInvariant(bare[0]) + bare.Substring(1);
    }

    /// <summary>A name for a new method that nothing around the place bears.</summary>
    public static string ForMethod(SemanticModel model, SyntaxNode place, string wanted)
    {
        var taken = new HashSet<string>(place.SyntaxTree.GetRoot().DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        return Numbered(wanted).First(name => !taken.Contains(name) && model.LookupSymbols(place.SpanStart, name: name).IsEmpty);
    }

    public static IEnumerable<string> Candidates(string state)
    {
        yield return "gate";
        yield return state + "Gate";
        foreach (var name in Numbered("gate").Skip(1))
            yield return name;
    }

    private static IEnumerable<string> Numbered(string name)
    {
        yield return name;
        for (var number = 2; ; number++)
            yield return name + number;
    }

    private static bool IsName(string text) => SyntaxFacts.IsValidIdentifier(text) && SyntaxFacts.GetKeywordKind(text) == SyntaxKind.None;

    private static string Join(string prefix, string name) =>
        prefix == "P" ? char.ToUpperInvariant(name[0]) + name.Substring(1) : prefix + name;

    private static string PrefixOf(INamedTypeSymbol type, string? state, bool isStatic)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => !field.IsImplicitlyDeclared && field is { IsConst: false, DeclaredAccessibility: Accessibility.Private } && field.IsStatic == isStatic)
            .Select(field => field.Name)
            .Concat(state is null ? [] : [state])
            .GroupBy(StyleOf)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        return fields?.Key switch
        {
            // A public or captured name says nothing about how private fields are named.
            null or "P" when !isStatic || fields is null => isStatic ? "s_" : "_",
            var style => style!,
        };
    }

    private static string StyleOf(string name) =>
        name.StartsWith("s_", StringComparison.Ordinal) ? "s_"
        : name.StartsWith("m_", StringComparison.Ordinal) ? "m_"
        : name.StartsWith("t_", StringComparison.Ordinal) ? "s_"
        : name.StartsWith("_", StringComparison.Ordinal) ? "_"
        : char.IsUpper(name[0]) ? "P"
        : "";
}
