using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.Mutation;

/// <summary>
/// The project as far as it matters for one tree: files that name one of its types, or declare one of their bases, are
/// whole; of all others only the declarations are left. So a mutant of a large project costs what its surroundings cost.
/// </summary>
internal sealed class Neighbourhood(CapturedProject project)
{
    /// <summary>Whole files at most; those near the tree come first.</summary>
    private const int MaxWhole = 40;

    private readonly ConcurrentDictionary<SyntaxTree, SyntaxTree> _stripped = [];
    private readonly ConcurrentDictionary<SyntaxTree, HashSet<string>> _names = [];

    public CSharpCompilation Of(SyntaxTree tree)
    {
        var declared = tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().ToArray();
        var names = declared.Select(static type => type.Identifier.ValueText).ToHashSet();
        var bases = declared.SelectMany(static type => type.BaseList?.Types.Select(static part => NameOf(part.Type)) ?? []).ToHashSet();
        var whole = project.Compilation.SyntaxTrees
            .Where(other => NamesIn(other).Overlaps(names) || Declares(other, bases))
            .OrderByDescending(other => CommonPrefix(other.FilePath, tree.FilePath))
            .ThenBy(static other => other.FilePath, StringComparer.Ordinal)
            .Take(MaxWhole)
            .Append(tree)
            .ToHashSet();
        return project.Compilation.RemoveAllSyntaxTrees()
            .AddSyntaxTrees(project.Compilation.SyntaxTrees.Select(other => whole.Contains(other) ? other : _stripped.GetOrAdd(other, static bodied => Bodiless(bodied))));
    }

    private HashSet<string> NamesIn(SyntaxTree tree) => _names.GetOrAdd(tree, static read => [.. read.GetRoot().DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText)]);

    private bool Declares(SyntaxTree tree, HashSet<string> names) =>
        names.Count > 0 && NamesIn(tree).Overlaps(names) && tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Any(type => names.Contains(type.Identifier.ValueText));

    private static string NameOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax { Right: var right } => right.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => type.ToString(),
    };

    private static int CommonPrefix(string left, string right) => left.Zip(right).TakeWhile(static pair => pair.First == pair.Second).Count();

    private static SyntaxTree Bodiless(SyntaxTree tree) => tree.WithRootAndOptions(new BodyRemover().Visit(tree.GetRoot()), tree.Options);

    private sealed class BodyRemover : CSharpSyntaxRewriter
    {
        private static readonly BlockSyntax s_block = (BlockSyntax)SyntaxFactory.ParseStatement("{ throw null!; }");
        private static readonly ArrowExpressionClauseSyntax s_arrow = SyntaxFactory.ArrowExpressionClause(SyntaxFactory.ParseExpression(" throw null!"));

        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) => Without(node);

        public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node) => Without(node);

        public override SyntaxNode? VisitDestructorDeclaration(DestructorDeclarationSyntax node) => Without(node);

        public override SyntaxNode? VisitOperatorDeclaration(OperatorDeclarationSyntax node) => Without(node);

        public override SyntaxNode? VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) => Without(node);

        public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node) =>
            node.ExpressionBody is null ? base.VisitPropertyDeclaration(node) : node.WithExpressionBody(s_arrow);

        public override SyntaxNode? VisitIndexerDeclaration(IndexerDeclarationSyntax node) =>
            node.ExpressionBody is null ? base.VisitIndexerDeclaration(node) : node.WithExpressionBody(s_arrow);

        public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node) =>
            node.Body is not null ? node.WithBody(s_block) : node.ExpressionBody is not null ? node.WithExpressionBody(s_arrow) : node;

        private static BaseMethodDeclarationSyntax Without(BaseMethodDeclarationSyntax node) =>
            node.Body is not null ? node.WithBody(s_block) : node.ExpressionBody is not null ? node.WithExpressionBody(s_arrow) : node;
    }
}
