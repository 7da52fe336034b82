using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Finds a member's syntax again by its position, binds it and has it lowered.</summary>
internal static class BodySource
{
    public static ImmutableArray<BodyFacts> Read(SemanticModel model, string memberId, int position, SymbolFacts symbols, CancellationToken cancellation)
    {
        var root = model.SyntaxTree.GetRoot(cancellation);
        var node = root.FindToken(position).Parent;
        if (memberId[1] == ':' && memberId[0] is 'I' or 'S')
            return Initializers(model, memberId, node?.FirstAncestorOrSelf<TypeDeclarationSyntax>(type => type.SpanStart == position), symbols, cancellation);
        for (; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case AccessorDeclarationSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax when node.SpanStart == position:
                    return Member(model, memberId, node, symbols, cancellation);
                case CompilationUnitSyntax unit when model.GetDeclaredSymbol(unit, cancellation) is { } entry:
                    return Member(model, memberId, unit, entry, BodyKind.TopLevel, symbols, [unit], cancellation);
            }
        }

        return ImmutableArray<BodyFacts>.Empty;
    }

    private static ImmutableArray<BodyFacts> Member(SemanticModel model, string memberId, SyntaxNode node, SymbolFacts symbols, CancellationToken cancellation)
    {
        var symbol = model.GetDeclaredSymbol(node, cancellation);
        var method = symbol as IMethodSymbol ?? (symbol as IPropertySymbol)?.GetMethod;
        if (method is null)
            return ImmutableArray<BodyFacts>.Empty;
        var kind = method.MethodKind switch
        {
            MethodKind.Constructor => BodyKind.Constructor,
            MethodKind.StaticConstructor => BodyKind.StaticConstructor,
            MethodKind.Destructor => BodyKind.Finalizer,
            MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove => BodyKind.Accessor,
            _ => BodyKind.Method,
        };
        SyntaxNode? body = node is BasePropertyDeclarationSyntax
            ? (node as PropertyDeclarationSyntax)?.ExpressionBody ?? (node as IndexerDeclarationSyntax)?.ExpressionBody
            : node;
        return body is null ? ImmutableArray<BodyFacts>.Empty : Member(model, memberId, node, method, kind, symbols, [body], cancellation);
    }

    private static ImmutableArray<BodyFacts> Member(
        SemanticModel model, string memberId, SyntaxNode node, IMethodSymbol method, BodyKind kind, SymbolFacts symbols, SyntaxNode[] bodies, CancellationToken cancellation)
    {
        var name = method.AssociatedSymbol?.Name ?? (kind is BodyKind.Constructor or BodyKind.StaticConstructor or BodyKind.Finalizer ? method.ContainingType.Name : method.Name);
        var reader = new MemberReader(symbols, memberId, symbols.IdOf(method.ContainingType), model.SyntaxTree.FilePath, name);
        reader.Read(method, kind, node.Spot(), bodies.Select(body => model.GetOperation(body, cancellation)).OfType<IOperation>());
        return reader.Bodies.ToImmutableArray();
    }

    private static ImmutableArray<BodyFacts> Initializers(SemanticModel model, string memberId, TypeDeclarationSyntax? type, SymbolFacts symbols, CancellationToken cancellation)
    {
        if (type is null || model.GetDeclaredSymbol(type, cancellation) is not { } symbol)
            return ImmutableArray<BodyFacts>.Empty;
        var isStatic = memberId[0] == 'S';
        var values = type.Members
            .Where(member => member.Modifiers.Any(SyntaxKind.StaticKeyword) == isStatic && !member.Modifiers.Any(SyntaxKind.ConstKeyword))
            .SelectMany(static member => member switch
            {
                BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(static variable => variable.Initializer),
                PropertyDeclarationSyntax property => [property.Initializer],
                _ => Enumerable.Empty<EqualsValueClauseSyntax?>(),
            })
            .OfType<EqualsValueClauseSyntax>();
        var reader = new MemberReader(symbols, memberId, symbols.IdOf(symbol), model.SyntaxTree.FilePath, symbol.Name);
        reader.Read(null, isStatic ? BodyKind.StaticInitializer : BodyKind.Initializer, type.Identifier.Spot(), values.Select(value => model.GetOperation(value, cancellation)).OfType<IOperation>());
        return reader.Bodies.ToImmutableArray();
    }
}
