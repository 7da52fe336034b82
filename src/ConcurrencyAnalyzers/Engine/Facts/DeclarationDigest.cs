using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>
/// A fingerprint of what a tree declares, bodies left out. While it stays the same, an edit cannot change how other
/// trees bind, and their facts stay valid. Cached per tree; thread-safe.
/// </summary>
internal static class DeclarationDigest
{
    public const ulong Seed = 14695981039346656037;

    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ulong>> s_digests = new();

    public static ulong Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (s_digests.TryGetValue(tree, out var known))
            return known.Value;
        var digest = Mix(Seed, tree.FilePath);
        foreach (var token in tree.GetRoot(cancellation).DescendantTokens(static node => !IsBody(node)))
            digest = Mix(digest, token.ValueText);
        return s_digests.GetValue(tree, _ => new(digest)).Value;
    }

    private static bool IsBody(SyntaxNode node) => node switch
    {
        // A top-level program's types stand beside its statements; only the statements are its body.
        GlobalStatementSyntax => true,
        BlockSyntax or ConstructorInitializerSyntax => true,
        ArrowExpressionClauseSyntax => true,
        // Callers see the default value of a parameter.
        EqualsValueClauseSyntax { Parent: ParameterSyntax or EnumMemberDeclarationSyntax } => false,
        EqualsValueClauseSyntax { Parent.Parent.Parent: not FieldDeclarationSyntax } => true,
        _ => false,
    };

    public static ulong Mix(ulong digest, string text)
    {
        // FNV-1a: the value must not depend on the process, so that results never depend on timing or order.
        foreach (var character in text)
            digest = (digest ^ character) * 1099511628211;
        return (digest ^ ' ') * 1099511628211;
    }
}
