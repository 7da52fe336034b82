using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Collections;

/// <summary>
/// Makes a collection that threads share a concurrent one, where every use has a twin and nothing is left that takes two
/// steps: the collection itself is private to this document and never handed on as what it is.
/// </summary>
internal sealed class CollectionEdit
{
    private readonly SourceView _source;
    private readonly EditScript _script;
    private readonly CollectionKind _kind;
    private readonly ISymbol _symbol;
    private readonly CollectionDeclaration _declaration;
    private readonly HashSet<SyntaxNode> _done = [];

    private CollectionEdit(SourceView source, CollectionKind kind, ISymbol symbol, INamedTypeSymbol type)
    {
        _source = source;
        _kind = kind;
        _symbol = symbol;
        _script = new(source, "Use a " + kind.New);
        _declaration = new(_script, kind, type);
    }

    /// <summary>Whether nothing but the collection changes: it stays the same kind of collection, and no call stops throwing.</summary>
    public bool IsFaithful { get; private set; } = true;

    public EditScript Script => _script;

    public static CollectionEdit? Plan(SourceView source, Finding finding)
    {
        if (finding.Has(FixFacts.Elsewhere) || StateAccess.All(source, finding) is not { } accesses || GuardedUses.Of(source, accesses).Any())
            return null;

        var symbol = accesses[0].Symbol;
        var type = symbol switch
        {
            IFieldSymbol { DeclaredAccessibility: Accessibility.Private, IsVolatile: false } field when IsHere(source, field.ContainingType) => field.Type,
            ILocalSymbol { RefKind: RefKind.None } local => local.Type,
            _ => null,
        };
        if (type is not INamedTypeSymbol named || CollectionKind.Of(named) is not { } kind || IsNested(named)
            || symbol.DeclaringSyntaxReferences is not [{ } reference] || reference.GetSyntax() is not VariableDeclaratorSyntax declarator || declarator.SyntaxTree != source.Root.SyntaxTree)
            return null;

        var edit = new CollectionEdit(source, kind, symbol, named) { IsFaithful = kind.IsAlike };
        return edit._declaration.Rewrite(declarator) && edit.Rewrite(accesses) ? edit : null;
    }

    private static bool IsHere(SourceView source, INamedTypeSymbol? type) => type is not null && type.DeclaringSyntaxReferences.All(part => part.SyntaxTree == source.Root.SyntaxTree);

    /// <summary>A collection of collections: those within would stay as they are.</summary>
    private static bool IsNested(INamedTypeSymbol type) => type.TypeArguments.Last() is var element
        && (CollectionKind.Of(element) is not null || element is IArrayTypeSymbol or INamedTypeSymbol { Name: "StringBuilder" or "SortedDictionary" or "LinkedList" });

    private bool Rewrite(IReadOnlyList<StateAccess> accesses)
    {
        var uses = _source.Root.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == _symbol.Name && SymbolEqualityComparer.Default.Equals(_source.Model.GetSymbolInfo(name).Symbol, _symbol)).ToList();
        foreach (var use in uses)
        {
            if (_done.Contains(use))
                continue;
            var target = TargetOf(use);
            if (CollectionSteps.At(_script, _kind, target) is { } step)
            {
                foreach (var inside in uses.Where(other => step.Any(node => node.Span.Contains(other.Span))))
                    _done.Add(inside);
                continue;
            }

            if (!RewriteUse(target))
                return false;
        }

        // A look and a change in one body may hang together; an atomic step each is not enough then.
        return accesses.Where(access => !_done.Contains(NameOf(access.Reference))).GroupBy(access => access.Body)
            .All(body => !body.Any(access => !access.Writes) || !body.Any(access => access.Writes));
    }

    private static SyntaxNode NameOf(ExpressionSyntax reference) => reference is MemberAccessExpressionSyntax member ? member.Name : reference;

    private static ExpressionSyntax TargetOf(IdentifierNameSyntax use) => use.Parent is MemberAccessExpressionSyntax member && member.Name == use ? member : use;

    private bool RewriteUse(ExpressionSyntax target)
    {
        switch (target.Parent)
        {
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member when member.Expression == target && call.Expression == member:
                return RewriteCall(target, member, call);
            case MemberAccessExpressionSyntax member when member.Expression == target:
                return member.Name.Identifier.ValueText is "Count" || _kind.IsDictionary && member.Name.Identifier.ValueText is "Keys" or "Values";
            case ElementAccessExpressionSyntax element when element.Expression == target && _kind.IsDictionary:
                return element.Parent is not (PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression })
                    && !(element.Parent is AssignmentExpressionSyntax { RawKind: not (int)SyntaxKind.SimpleAssignmentExpression } update && update.Left == element)
                    && element.Parent is not ArgumentSyntax { RefKindKeyword.RawKind: not 0 };
            case CommonForEachStatementSyntax loop when loop.Expression == target:
            case ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent.Parent: InvocationExpressionSyntax consumer } when IsRead(target, consumer):
                return AsSequence(target);
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Left == target && assignment.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null:
                return _declaration.RewriteCreation(assignment.Right);
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } }:
                return true;
            default:
                return false;
        }
    }

    /// <summary>A method of the framework that walks a sequence and is done with it.</summary>
    private bool IsRead(ExpressionSyntax target, InvocationExpressionSyntax consumer) =>
        _source.Model.GetSymbolInfo(consumer).Symbol is IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: true, ContainingType.Name: "String" or "Enumerable" or "Console" }
        && _source.Model.GetTypeInfo(target).ConvertedType is INamedTypeSymbol { Name: "IEnumerable" };

    private bool RewriteCall(ExpressionSyntax target, MemberAccessExpressionSyntax member, InvocationExpressionSyntax call)
    {
        if (_source.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
            return false;
        if (method.ReducedFrom is not null)
            return (method.ContainingType.Name == "Enumerable" || _kind.IsDictionary && method.Name == "GetValueOrDefault") && AsSequence(target, isLookUp: method.Name == "GetValueOrDefault");
        if (!_kind.Methods.TryGetValue(method.Name, out var twin))
            return false;

        var plus = twin.IndexOf('+');
        var name = plus < 0 ? twin : twin.Substring(0, plus);
        var further = plus < 0 ? "" : ", " + twin.Substring(plus + 1);
        if (_kind.IsDictionary && method.Name == "Remove" && method.Parameters.Length == 1)
            further = ", out _";
        if (_kind.IsDictionary && method.Name == "Add")
        {
            // It throws where the key is there already; the twin says so and goes on.
            if (!ValueUse.IsUnused(_source.Model, call))
                return false;
            IsFaithful = false;
        }

        if (name != method.Name)
            _script.Replace(member.Name.Span, name);
        if (further.Length > 0)
            _script.Insert(call.ArgumentList.CloseParenToken.SpanStart, further);
        return true;
    }

    /// <summary>The set's elements are the twin's keys.</summary>
    private bool AsSequence(ExpressionSyntax target, bool isLookUp = false)
    {
        if (_kind.IsSet && !isLookUp)
            _script.Insert(target.Span.End, ".Keys");
        return true;
    }
}
