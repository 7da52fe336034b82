using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Publishing;

/// <summary>What makes something visible to others becomes the last step.</summary>
internal static class PublishLast
{
    /// <summary>The object is built in a local; the field gets it when it is complete.</summary>
    public static EditScript? BuildFirst(SourceView source, Finding finding)
    {
        if (NodeAt(source, finding.Span) is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax statement } assignment
            || source.Model.GetSymbolInfo(assignment.Left).Symbol is not IFieldSymbol field || statement.Parent is not BlockSyntax)
            return null;

        var list = StatementList.Around(statement);
        var first = list.FindIndex(candidate => candidate == statement);
        var last = first;
        foreach (var access in finding.Accesses)
            if (list.FindIndex(candidate => candidate.Span.Contains(access)) is var index && index > last)
                last = index;
        if (last == first || !source.Layout.OwnLines(statement, list[last]) || list.Skip(first).Take(last - first + 1).Any(static part => part.ContainsDirectives || Leaves(part)))
            return null;

        var uses = list.Skip(first + 1).Take(last - first).SelectMany(part => UsesOf(source, part, field)).ToArray();
        if (uses.Any(use => IsWritten(use)) || list.Skip(first + 1).Take(last - first).Any(part => CallsOwn(source, part, field.ContainingType)))
            return null;

        var script = new EditScript(source, "Assign it when it is complete");
        var local = GateNames.ForLocal(statement, GateNames.Bare(field.Name));
        var type = assignment.Right is ObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax && source.Model.GetTypeInfo(assignment.Right).Type is { } made && SymbolEqualityComparer.Default.Equals(made, field.Type)
            ? "var"
            : source.NameOf(field.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), statement.SpanStart);
        if (type is null)
            return null;

        script.Replace(assignment.Left.Span, type + " " + local);
        foreach (var use in uses)
            script.Replace(use.Span, local);
        Placement.After(script, list[last], $"{assignment.Left.WithoutTrivia()} = {local};");
        return script;
    }

    /// <summary>The flag is raised behind the payload.</summary>
    public static EditScript? RaiseLast(SourceView source, Finding finding)
    {
        if (NodeAt(source, finding.Span) is not AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment || statement.Parent is not BlockSyntax)
            return null;
        var list = StatementList.Around(statement);
        var first = list.FindIndex(candidate => candidate == statement);
        var last = finding.Accesses.Select(access => list.FindIndex(candidate => candidate.Span.Contains(access))).Max();
        var flag = source.Model.GetSymbolInfo(assignment.Left).Symbol;
        if (last <= first || flag is null || list.Skip(first + 1).Take(last - first).Any(part => Leaves(part) || UsesOf(source, part, flag).Any()))
            return null;
        var script = new EditScript(source, "Set the flag last");
        return Placement.MoveBehind(script, statement, list[last]) ? script : null;
    }

    /// <summary>The entry is put under its key when it is complete.</summary>
    public static EditScript? PutInLast(SourceView source, Finding finding)
    {
        if (source.Root.FindNode(finding.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax { Parent: BlockSyntax } statement
            || statement.Expression is not (InvocationExpressionSyntax or AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax }))
            return null;
        var list = StatementList.Around(statement);
        var first = list.FindIndex(candidate => candidate == statement);
        var last = finding.Accesses.Select(access => list.FindIndex(candidate => candidate.Span.Contains(access))).DefaultIfEmpty(-1).Max();
        if (last <= first || source.Root.FindNode(finding.Span, getInnermostNodeForTie: true).AncestorsAndSelf().TakeWhile(node => node != statement).Any(static node => node is AnonymousFunctionExpressionSyntax)
            || list.Skip(first + 1).Take(last - first).Any(part => Leaves(part) || UsesAny(source, part, OwnSymbolsOf(source, statement))))
            return null;
        var script = new EditScript(source, "Put it in when it is complete");
        return Placement.MoveBehind(script, statement, list[last]) ? script : null;

        static bool UsesAny(SourceView source, SyntaxNode part, IEnumerable<ISymbol> symbols) => symbols.OfType<IFieldSymbol>().Any(field => UsesOf(source, part, field).Any());
    }

    /// <summary>The constructor starts, subscribes or registers as its last step.</summary>
    /// <param name="place">The call that lets it out.</param>
    public static EditScript? LetOutLast(SourceView source, TextSpan place)
    {
        if (source.Root.FindNode(place, getInnermostNodeForTie: true).FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax } } statement)
            return null;
        var list = StatementList.Around(statement);
        var first = list.FindIndex(candidate => candidate == statement);
        var last = list.Count - 1;
        if (last <= first || list.Skip(first + 1).Any(Leaves) || OwnSymbolsOf(source, statement).Any(symbol => list.Skip(first + 1).Any(part => UsesOf(source, part, symbol).Any())))
            return null;
        var script = new EditScript(source, "Do it when the object is complete");
        return Placement.MoveBehind(script, statement, list[last]) ? script : null;
    }

    private static SyntaxNode? NodeAt(SourceView source, TextSpan span) => source.Root.FindNode(span, getInnermostNodeForTie: true) is { } node && node.Span == span ? node : null;

    /// <summary>What the statement sets or works on: code behind it that uses that relies on the order.</summary>
    private static IEnumerable<ISymbol> OwnSymbolsOf(SourceView source, ExpressionStatementSyntax statement)
    {
        var target = statement.Expression switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => assignment.Left,
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax member } => member.Expression,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Expression,
            _ => null,
        };
        if (target is not null && source.Model.GetSymbolInfo(target).Symbol is { Kind: not SymbolKind.NamedType } symbol)
            yield return symbol;
    }

    private static IEnumerable<ExpressionSyntax> UsesOf(SourceView source, SyntaxNode node, ISymbol symbol) => node.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(name).Symbol, symbol))
        .Select(static name => name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member && member.Name == name ? member : (ExpressionSyntax)name);

    private static bool IsWritten(ExpressionSyntax use) => use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use || use.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 };

    /// <summary>A member of the object itself may look at the field.</summary>
    private static bool CallsOwn(SourceView source, SyntaxNode node, INamedTypeSymbol type) => node.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Any(call => source.Model.GetSymbolInfo(call).Symbol is IMethodSymbol { IsStatic: false } method && SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, type.OriginalDefinition));

    private static bool Leaves(StatementSyntax statement) => Work.Own(statement).Any(static node => node is ReturnStatementSyntax or YieldStatementSyntax or GotoStatementSyntax);
}
