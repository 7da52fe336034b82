using System.Collections.Immutable;
using System.Composition;
using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.CodeFixes.Editing.Publishing;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.Rules;
using ConcurrencyAnalyzers.Rules.SharedState;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>CONC1008: hands out a copy that is made inside the lock, of the type that callers get today.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EscapingStateFix)), Shared]
public sealed class EscapingStateFix() : ConcurrencyCodeFix(EscapingState.Id)
{
    private protected override IEnumerable<EditScript> Scripts(SourceView source, Finding finding, string? key, CancellationToken cancellationToken)
    {
        if (finding[FixFacts.Shape] == "Copy" || finding.Span.IsEmpty || finding.Span.End > source.Root.FullSpan.End || ExpressionAt(source, finding.Span) is not { } expression)
            yield break;

        var script = new EditScript(source, "Hand out a copy");
        if (finding.Has(FixFacts.Guard))
        {
            // Without the lock the copy would be made while others change the original.
            if (LockPlanner.Plan(source, finding with { Accesses = ImmutableArray.Create(expression.Span) }) is not { } locked)
                yield break;
            script = locked;
        }
        else if (!finding.Has(FixFacts.IsHeld))
        {
            yield break;
        }

        if (Snapshot.Of(script, expression) is not { } copy)
            yield break;
        script.Replace(copy.Span, copy.Text);
        yield return script;
    }

    private static ExpressionSyntax? ExpressionAt(SourceView source, TextSpan span)
    {
        var node = source.Root.FindNode(span, getInnermostNodeForTie: true);
        return node switch
        {
            ReturnStatementSyntax statement => statement.Expression,
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            AssignmentExpressionSyntax assignment => assignment.Right,
            EqualsValueClauseSyntax initializer => initializer.Value,
            ArgumentSyntax argument => argument.Expression,
            ExpressionSyntax expression => expression,
            _ => null,
        };
    }
}
