using System.Composition;
using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Locks;

/// <summary>
/// CONC2001: gives the type a private readonly lock, and lets every lock of the type on the same wrong object take it;
/// one that went on using the old object would exclude nobody.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LockObjectFix)), Shared]
public sealed class LockObjectFix : ConcurrencyCodeFix
{
    public LockObjectFix()
        : base("CONC2001")
    {
    }

    private protected override IEnumerable<EditScript> Scripts(SourceView source, Finding finding, string? key, CancellationToken cancellationToken)
    {
        if (Plan(source, finding.Span) is { } script)
            yield return script;
    }

    private static EditScript? Plan(SourceView source, TextSpan span)
    {
        if (span.End > source.Root.FullSpan.End || LockUse.At(source, source.Root.FindNode(span, getInnermostNodeForTie: true) as ExpressionSyntax) is not { } use
            || use.Expression.Span != span || use.Expression.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return null;

        var uses = LockUse.All(source, source.Root).Where(other => other.IsSameAs(use)).ToList();
        if (uses.Any(other => other.Expression.FirstAncestorOrSelf<TypeDeclarationSyntax>() != type) || LockUse.IsSharedBeyond(source, use, type))
            return null;

        var isStatic = use.Shape switch
        {
            LockShape.This => false,
            // Strings and types are one object for all instances, so the lock held across them.
            LockShape.Type or LockShape.Literal => true,
            _ => uses.Any(other => IsInStaticMember(other.Expression) || GuardsStaticState(source, other)) || use.Symbol?.IsStatic == true,
        };
        if (isStatic == false && uses.Any(other => IsInStaticMember(other.Expression)))
            return null;

        var usesMonitor = uses.Any(other => other.Expression.Parent is ArgumentSyntax);
        var canShare = uses.All(other => other.Statement is { } statement && !Work.IsForeignIn(source.Model, statement.Statement));
        if (GateField.For(source, type, beside: null, isStatic, usesMonitor, canShare) is not { } gate)
            return null;

        var script = new EditScript(source, "Lock a private object");
        gate.Declare(script);
        foreach (var other in uses)
            script.Replace(other.Expression.Span, gate.Name);
        if (NameOf(use) is { } old && !NamedInContracts.Rename(script, type, old, gate.Name))
            return null;
        if (use.Shape == LockShape.Local && !RemoveLocal(script, use, uses))
            return null;
        if (use.Shape == LockShape.Member)
            RemoveField(script, use, uses, type);
        return script;
    }

    /// <summary>How a contract calls the lock; null for one that has no name outside its block.</summary>
    private static string? NameOf(LockUse use) => use.Shape switch
    {
        LockShape.This => "this",
        LockShape.Member or LockShape.Boxed => use.Symbol?.Name,
        LockShape.Type => use.Expression.ToString(),
        _ => null,
    };

    /// <summary>A private field of a constant value that was only locked has no use any more, and the compiler would say so.</summary>
    private static void RemoveField(EditScript script, LockUse use, List<LockUse> uses, TypeDeclarationSyntax type)
    {
        if (use.Symbol is IFieldSymbol { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 }
            && use.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax
            {
                Initializer.Value: LiteralExpressionSyntax, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax { AttributeLists.Count: 0 } field }
            }
            && type.Members.Contains(field)
            && field.GetLeadingTrivia().Concat(field.GetTrailingTrivia()).All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
            Remove(script, field, use.Symbol, type, uses.Count);
    }

    /// <summary>The local that was the lock has no use any more.</summary>
    private static bool RemoveLocal(EditScript script, LockUse use, List<LockUse> uses)
    {
        if (use.Symbol?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement }
            })
            return false;

        return Remove(script, statement, use.Symbol, GateNames.ScopeOf(statement), uses.Count);
    }

    /// <summary>Removes a declaration that stands in lines of its own, if the locks are all that mentions it.</summary>
    private static bool Remove(EditScript script, SyntaxNode declaration, ISymbol symbol, SyntaxNode scope, int locks)
    {
        var mentions = scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Count(identifier => identifier.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(script.Source.Model.GetSymbolInfo(identifier).Symbol, symbol));
        if (mentions != locks || !script.Source.Layout.OwnLines(declaration, declaration)
            || declaration.GetLeadingTrivia().Concat(declaration.GetTrailingTrivia()).Any(trivia => trivia.IsDirective))
            return false;

        var lines = script.Source.Text.Lines;
        script.Replace(TextSpan.FromBounds(lines.GetLineFromPosition(declaration.SpanStart).Start, lines.GetLineFromPosition(declaration.Span.End).EndIncludingLineBreak), "");
        return true;
    }

    private static bool IsInStaticMember(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not TypeDeclarationSyntax) is { } member
        && (member.Modifiers.Any(SyntaxKind.StaticKeyword) || member.Parent is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.StaticKeyword));

    private static bool GuardsStaticState(SourceView source, LockUse use) =>
        use.Statement?.Statement.DescendantNodes().OfType<SimpleNameSyntax>()
            .Any(name => source.Model.GetSymbolInfo(name).Symbol is IFieldSymbol { IsStatic: true, IsConst: false } field && field.Locations.Any(place => place.IsInSource)) == true;
}
