using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.Engine.Atomicity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>
/// A check that decides whether something may still be put in, made before the lock is taken under which it is put in:
/// whoever closes the place comes in between. The check goes under the lock.
/// </summary>
internal static class CheckInside
{
    public static EditScript? Plan(StepPair pair) => pair.Harm == StepHarm.TooLate ? Swap(pair) ?? EarlyRead.Plan(pair) : null;

    /// <summary><c>if (open) { lock (gate) … }</c> becomes <c>lock (gate) { if (open) … }</c>.</summary>
    private static EditScript? Swap(StepPair pair)
    {
        if (pair.Act.FirstAncestorOrSelf<LockStatementSyntax>() is not { } region || region.Ancestors().OfType<LockStatementSyntax>().Any()
            || (region.Parent is BlockSyntax block ? block.Parent : region.Parent) is not IfStatementSyntax { Else: null } choice || StepPair.Only(choice.Statement) != region
            || choice.ContainsDirectives || Work.IsForeignIn(pair.Source.Model, choice.Condition))
            return null;
        var condition = TextSpan.FromBounds(choice.IfKeyword.SpanStart, choice.CloseParenToken.Span.End);
        var header = TextSpan.FromBounds(region.LockKeyword.SpanStart, region.CloseParenToken.Span.End);
        var script = new EditScript(pair.Source, $"Check it under '{region.Expression}'");
        script.Replace(condition, pair.Source.Text.ToString(header));
        script.Replace(header, pair.Source.Text.ToString(condition));
        return script;
    }
}
