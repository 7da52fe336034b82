using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.Engine.Atomicity;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>
/// Check and act under the same lock, which is given back between them: one region over both, where what stands between
/// is nothing that could wait or call foreign code.
/// </summary>
internal static class RegionMerge
{
    public static EditScript? Plan(StepPair pair)
    {
        if (pair.Gap != Gap.Released || pair.Check is not { } check)
            return null;
        return Join(pair, check) ?? JoinLone(pair, check) ?? Wrap(pair, check) ?? (check.Ancestors().OfType<LockStatementSyntax>().Any() ? null : EarlyRead.Plan(pair));
    }

    /// <summary>Two <c>lock</c> statements of one block: the second one's content moves to the end of the first.</summary>
    private static EditScript? Join(StepPair pair, ExpressionSyntax check)
    {
        if (pair.Act.FirstAncestorOrSelf<LockStatementSyntax>() is not { Parent: BlockSyntax block } second || RegionOf(check, block) is not { } first || first == second
            || !StepPair.Same(first.Expression, second.Expression) || first.Statement is not BlockSyntax { Statements.Count: > 0 } earlier || second.Statement is not BlockSyntax { Statements.Count: > 0 } later)
            return null;
        var (from, to) = (block.Statements.IndexOf(first), block.Statements.IndexOf(second));
        var between = block.Statements.Skip(from + 1).Take(to - from - 1).ToArray();
        var layout = pair.Source.Layout;
        if (to <= from || !between.All(IsQuick) || !layout.OwnLines(first, first) || !layout.OwnLines(second, second) || !layout.StartsLine(earlier.CloseBraceToken.SpanStart) || !layout.StartsLine(later.OpenBraceToken.SpanStart)
            || !layout.StartsLine(later.CloseBraceToken.SpanStart) || layout.EndOfLine(second) != second.Span.End
            || HasComment(earlier.CloseBraceToken) || HasComment(second.LockKeyword, leadingOnly: true) || HasComment(later.OpenBraceToken) || HasComment(second.CloseParenToken) || HasComment(later.CloseBraceToken, leadingOnly: true))
            return null;
        var text = pair.Source.Text;
        var script = new EditScript(pair.Source, $"Join the regions of '{first.Expression}'");
        var close = text.Lines.GetLineFromPosition(earlier.CloseBraceToken.SpanStart);
        script.Replace(TextSpan.FromBounds(close.Start, close.EndIncludingLineBreak), "");
        foreach (var statement in between)
        {
            var lines = TextSpan.FromBounds(text.Lines.GetLineFromPosition(statement.SpanStart).Start, statement.Span.End);
            script.Insert(lines.Start, layout.Unit);
            script.Shift(statement.Span);
        }

        script.Replace(TextSpan.FromBounds(text.Lines.GetLineFromPosition(second.SpanStart).Start, text.Lines.GetLineFromPosition(later.OpenBraceToken.SpanStart).EndIncludingLineBreak), "");
        return script;
    }

    /// <summary>The same where a region, or both, is a lone statement without braces.</summary>
    private static EditScript? JoinLone(StepPair pair, ExpressionSyntax check)
    {
        if (pair.Act.FirstAncestorOrSelf<LockStatementSyntax>() is not { Parent: BlockSyntax block } second || RegionOf(check, block) is not { } first || first == second || !StepPair.Same(first.Expression, second.Expression)
            || first.Statement is BlockSyntax && second.Statement is BlockSyntax || first.Statement is BlockSyntax { Statements.Count: 0 } || second.Statement is BlockSyntax { Statements.Count: 0 })
            return null;
        var (from, to, layout, text) = (block.Statements.IndexOf(first), block.Statements.IndexOf(second), pair.Source.Layout, pair.Source.Text);
        var between = block.Statements.Skip(from + 1).Take(to - from - 1).ToArray();
        if (to <= from || !between.All(IsQuick) || !layout.OwnLines(first, first) || !layout.OwnLines(second, second) || HasComment(second.LockKeyword, leadingOnly: true) || HasComment(second.CloseParenToken) || HasComment(first.CloseParenToken)
            || block.Statements.Skip(from).Take(to - from + 1).Any(static statement => statement.ContainsDirectives))
            return null;
        var (indent, script) = (layout.IndentAt(first.SpanStart), new EditScript(pair.Source, $"Join the regions of '{first.Expression}'"));
        if (first.Statement is BlockSyntax earlier)
        {
            if (!layout.StartsLine(earlier.CloseBraceToken.SpanStart) || HasComment(earlier.CloseBraceToken))
                return null;
            var close = text.Lines.GetLineFromPosition(earlier.CloseBraceToken.SpanStart);
            script.Replace(TextSpan.FromBounds(close.Start, close.EndIncludingLineBreak), "");
        }
        else
        {
            if (HasComment(first.Statement.GetFirstToken(), leadingOnly: true))
                return null;
            script.Replace(TextSpan.FromBounds(first.CloseParenToken.Span.End, first.Statement.SpanStart), layout.OpenBlock(indent));
        }

        foreach (var statement in between)
        {
            script.Insert(text.Lines.GetLineFromPosition(statement.SpanStart).Start, layout.Unit);
            script.Shift(statement.Span);
        }

        if (second.Statement is BlockSyntax later)
        {
            if (!layout.StartsLine(later.OpenBraceToken.SpanStart) || !layout.StartsLine(later.CloseBraceToken.SpanStart) || HasComment(later.OpenBraceToken))
                return null;
            script.Replace(TextSpan.FromBounds(text.Lines.GetLineFromPosition(second.SpanStart).Start, text.Lines.GetLineFromPosition(later.OpenBraceToken.SpanStart).EndIncludingLineBreak), "");
            return script;
        }

        if (HasComment(second.Statement.GetFirstToken(), leadingOnly: true))
            return null;
        script.Replace(TextSpan.FromBounds(second.SpanStart, second.Statement.SpanStart), layout.Unit);
        script.Insert(layout.EndOfLine(second)!.Value, layout.Close(indent));
        return script;
    }

    /// <summary>Check and act are calls that take the lock themselves: the statements that hold both come under the lock, which the thread may take again.</summary>
    private static EditScript? Wrap(StepPair pair, ExpressionSyntax check)
    {
        if (pair.Finding[FixFacts.Guard] is not { } gate || pair.Act.Ancestors().OfType<BlockSyntax>().FirstOrDefault(outer => outer.Span.Contains(check.Span)) is not { } block
            || block.Ancestors().OfType<LockStatementSyntax>().Any() || CallsOut(pair, check) || CallsOut(pair, pair.Act))
            return null;
        var (from, to) = (IndexOf(block, check), IndexOf(block, pair.Act));
        if (from < 0 || to < from)
            return null;
        var (first, last, layout) = (block.Statements[from], block.Statements[to], pair.Source.Layout);
        if (block.Statements.Skip(from).Take(to - from + 1).SelectMany(static statement => Work.Own(statement)).Any(node => IsSlow(node) || node is LockStatementSyntax || node is InvocationExpressionSyntax call && call.Span != check.Span && call.Span != pair.Act.Span)
            || pair.Source.Model.LookupSymbols(first.SpanStart, name: gate).FirstOrDefault() is not IFieldSymbol field || !GateField.IsLockType(field.Type, plainObject: false) || !layout.OwnLines(first, last)
            || Outliving.Of(pair.Source, StatementList.Of(block.Statements), from, to) is not { } outliving)
            return null;
        var indent = layout.IndentAt(first.SpanStart);
        var script = new EditScript(pair.Source, $"Do both under '{gate}'");
        script.Insert(first.SpanStart, string.Concat(outliving.Select(local => local.Text + layout.NewLine + indent)) + layout.Open($"lock ({gate})", indent));
        foreach (var local in outliving)
            script.Replace(local.Away, "");
        script.Shift(TextSpan.FromBounds(first.SpanStart, last.Span.End));
        script.Insert(layout.EndOfLine(last)!.Value, layout.Close(indent));
        return script;
    }

    /// <summary>Behind its own region the member waits or calls what others wrote, a handler say: under the lock of a region around it, that could deadlock.</summary>
    private static bool CallsOut(StepPair pair, SyntaxNode call)
    {
        if (pair.Source.Model.GetSymbolInfo(call).Symbol is not { } member)
            return false;
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax();
            if (!pair.Source.Model.Compilation.ContainsSyntaxTree(declaration.SyntaxTree))
                return true; // of another project: nobody looks inside
            var model = declaration.SyntaxTree == pair.Source.Root.SyntaxTree ? pair.Source.Model : pair.Source.Model.Compilation.GetSemanticModel(declaration.SyntaxTree);
            if (Work.Own(declaration).Any(node => !node.Ancestors().Any(static outer => outer is LockStatementSyntax)
                && (Work.IsForbidden(model, node) || node is InvocationExpressionSyntax && model.GetSymbolInfo(node).Symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke })))
                return true;
        }

        return false;
    }

    private static int IndexOf(BlockSyntax block, SyntaxNode part) => block.Statements.IndexOf(statement => statement.Span.Contains(part.Span));

    private static LockStatementSyntax? RegionOf(SyntaxNode check, BlockSyntax block) =>
        check.Ancestors().OfType<LockStatementSyntax>().FirstOrDefault(region => region.Parent == block);

    /// <summary>Tests, jumps and plain variables: nothing that could wait, and nothing that somebody else wrote.</summary>
    private static bool IsQuick(StatementSyntax statement) => statement.DescendantNodesAndSelf().All(static node =>
        node is not (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or LockStatementSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) && !IsSlow(node));

    private static bool IsSlow(SyntaxNode node) => node is AwaitExpressionSyntax or YieldStatementSyntax or UsingStatementSyntax or TryStatementSyntax or LabeledStatementSyntax or GotoStatementSyntax;

    private static bool HasComment(SyntaxToken token, bool leadingOnly = false) => token.LeadingTrivia.Concat(leadingOnly ? default : token.TrailingTrivia)
        .Any(static trivia => trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia));
}
