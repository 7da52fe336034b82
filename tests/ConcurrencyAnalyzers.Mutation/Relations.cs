using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.Mutation;

/// <summary>Which files of a project have to do with each other: one names a type that the other declares.</summary>
internal sealed class Relations
{
    private readonly ConcurrentDictionary<SyntaxTree, (HashSet<string> Declared, HashSet<string> Named)> _names = [];

    public bool Are(SyntaxTree one, SyntaxTree other) =>
        one == other || NamesOf(one).Declared.Overlaps(NamesOf(other).Named) || NamesOf(other).Declared.Overlaps(NamesOf(one).Named);

    private (HashSet<string> Declared, HashSet<string> Named) NamesOf(SyntaxTree tree) => _names.GetOrAdd(tree, static read =>
    (
        [.. read.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(static type => type.Identifier.ValueText)],
        [.. read.GetRoot().DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText)]));
}
