using System.Composition;
using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.Rules.SharedState;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>
/// CONC1007: copies the variable into a local of the loop body, right before the statement that starts the work, and
/// lets the delegate use the copy. What the loop does with the variable stays as it is.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangedCaptureFix)), Shared]
public sealed class ChangedCaptureFix() : ConcurrencyCodeFix(ChangedCapture.Id)
{
    private protected override IEnumerable<EditScript> Scripts(SourceView source, Finding finding, string? key, CancellationToken cancellationToken)
    {
        if (finding.Span.IsEmpty || finding.Span.End > source.Root.FullSpan.End
            || source.Root.FindNode(finding.Span, getInnermostNodeForTie: true) is not IdentifierNameSyntax use
            || source.Model.GetSymbolInfo(use, cancellationToken).Symbol is not { Kind: SymbolKind.Local or SymbolKind.Parameter } variable
            || OutermostUser(source, use, variable) is not { } function
            || function.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            yield break;

        var uses = function.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == variable.Name && SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(name, cancellationToken).Symbol, variable))
            .ToArray();
        if (uses.Any(IsWrite))
            yield break;

        var script = new EditScript(source, $"Copy '{variable.Name}' for each start");
        var copy = NameFor(source, variable, statement);
        if (statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax) && !Placement.Embrace(script, statement))
            yield break;
        Placement.Before(script, statement, $"var {copy} = {use.Identifier.Text};");
        foreach (var name in uses)
            script.Replace(name.Span, name.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } ? $"{name.Identifier.Text} = {copy}" : copy);
        yield return script;
    }

    /// <summary>The outermost lambda around the use that lies inside the variable's scope.</summary>
    private static AnonymousFunctionExpressionSyntax? OutermostUser(SourceView source, SyntaxNode use, ISymbol variable)
    {
        var owner = variable.ContainingSymbol;
        return use.Ancestors().OfType<AnonymousFunctionExpressionSyntax>()
            .TakeWhile(function => !SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(function).Symbol, owner))
            .LastOrDefault();
    }

    private static bool IsWrite(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PreIncrementExpression) || unary.IsKind(SyntaxKind.PreDecrementExpression),
        PostfixUnaryExpressionSyntax unary => !unary.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0,
        _ => false,
    };

    private static string NameFor(SourceView source, ISymbol variable, StatementSyntax statement)
    {
        var taken = new HashSet<string>(source.Model.LookupSymbols(statement.SpanStart).Select(static symbol => symbol.Name), StringComparer.Ordinal);
        taken.UnionWith(statement.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText) ?? []);
        var name = "current" + char.ToUpperInvariant(variable.Name[0]) + variable.Name.Substring(1);
        for (var number = 2; taken.Contains(name); number++)
            name = "current" + char.ToUpperInvariant(variable.Name[0]) + variable.Name.Substring(1) + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name;
    }
}
