using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.Engine.Atomicity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>
/// A number that is looked at and then changed: both are done again as long as others are faster, by compare and exchange.
/// </summary>
internal static class RetryLoop
{
    private const string Title = "Retry with CompareExchange";

    public static EditScript? Plan(StepPair pair) =>
        AtomicChange.Of(pair) is { } change && !pair.Source.Targets.AnyChecked && !pair.HasComments(change.Statement) ? (pair.Harm == StepHarm.LosesItems ? null : Repeat(change)) ?? Within(change) ?? Turns(change) : null;

    public static bool Follows(StatementSyntax first, StatementSyntax second) =>
        first.Parent is BlockSyntax block && second.Parent == block && block.Statements.IndexOf(second) == block.Statements.IndexOf(first) + 1;

    /// <summary>The branch ends by leaving the function, so that nothing behind it is reached from there.</summary>
    public static bool AlwaysLeaves(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax => true,
        BlockSyntax { Statements: { Count: > 0 } statements } => AlwaysLeaves(statements.Last()),
        _ => false,
    };

    /// <summary>
    /// <c>if (_n >= limit) return false; _n++;</c> becomes <c>do { seen = _n; if (seen >= limit) return false; } while (…)</c>;
    /// what stands between looking and changing computes, or leaves the function.
    /// </summary>
    private static EditScript? Repeat(AtomicChange change)
    {
        if (change.Statement.Parent is not BlockSyntax block || block.Statements.FirstOrDefault(statement => statement.Span.Contains(change.Read.Span)) is not { } first)
            return null;
        var (source, layout) = (change.Source, change.Source.Layout);
        var list = StatementList.Of(block.Statements);
        var (from, to) = (block.Statements.IndexOf(first), block.Statements.IndexOf(change.Statement));
        var steps = block.Statements.Skip(from).Take(to - from).ToList();
        if (from > to || !steps.All(step => IsQuick(source, step, change)) || !layout.OwnLines(first, change.Statement) || block.Statements.Skip(from).Take(to - from + 1).Any(static step => step.ContainsDirectives)
            || steps.Count > 0 && layout.EndOfLine(steps.Last()) is null || steps.Sum(step => change.Reads(step).Count) > 1 || HasComment(change.Statement.GetLeadingTrivia()) || source.NameOf(change.Type, first.SpanStart) is not { } type
            || (steps.Count == 0 ? [] : Outliving.Of(source, list, from, to - 1)) is not { } outliving)
            return null;

        // A local that is given the value as it is needs no second one beside it.
        var own = first is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value } variable] } && value == change.Read && steps.Count > 0 ? variable : null;
        if (own is not null && !outliving.Any(other => other.Away.Start == first.SpanStart))
            outliving.Insert(0, new(type + " " + own.Identifier.ValueText + ";", TextSpan.FromBounds(first.SpanStart, own.Identifier.SpanStart), IsReference: false));
        var seen = own?.Identifier.ValueText ?? GateNames.ForLocal(first, "seen");
        if (change.ValueFrom(seen) is not { } next)
            return null;

        var script = new EditScript(source, Title);
        var (line, indent) = (layout.NewLine, layout.IndentAt(first.SpanStart));
        var look = change.Look(script);
        var exchange = $"while ({change.Exchanged(script, next, seen, hasBeen: false)});";
        var head = string.Concat(outliving.Select(local => local.Text + line + indent)) + (own is null ? type + " " + seen + ";" + line + indent : "") + layout.Open("do", indent);
        if (steps.Count == 0)
        {
            script.Replace(change.Statement.Span, head + seen + " = " + look + ";" + layout.Close(indent) + line + indent + exchange);
            return script;
        }

        script.Insert(first.SpanStart, own is null ? head + seen + " = " + look + ";" + line + indent + layout.Unit : head);
        foreach (var local in outliving)
            script.Replace(local.Away, "");
        script.Replace(change.Read.Span, own is null ? seen : look);
        var end = layout.EndOfLine(steps.Last())!.Value;
        script.Shift(TextSpan.FromBounds(first.SpanStart, end));
        script.Replace(TextSpan.FromBounds(end, change.Statement.Span.End), layout.Close(indent) + line + indent + exchange);
        return script;
    }

    /// <summary>
    /// <c>if (_n &lt; limit) { _n++; return true; }</c> becomes <c>while ((seen = _n) &lt; limit) { if (…) { return true; } }</c>;
    /// so does <c>var seen = _n; if (seen &lt; limit) …</c>.
    /// </summary>
    private static EditScript? Within(AtomicChange change)
    {
        var (source, layout) = (change.Source, change.Source.Layout);
        if ((change.Statement.Parent is BlockSyntax around ? around.Parent : change.Statement.Parent) is not IfStatementSyntax { Else: null, Parent: BlockSyntax block } choice || choice.Statement != change.Statement && choice.Statement != change.Statement.Parent)
            return null;
        List<StatementSyntax> inner = choice.Statement is BlockSyntax { Statements: var statements } ? [.. statements] : [change.Statement];
        if (inner[0] != change.Statement || Looked(change, block, choice) is not var (read, own) || !IsQuick(source, choice.Condition, change) || !layout.OwnLines(choice, choice) || !layout.OwnLines(change.Statement, change.Statement)
            || inner.Count > 1 && !layout.OwnLines(inner[1], inner.Last()) || choice.ContainsDirectives || inner.Skip(1).Any(LeavesLoop)
            || HasComment(change.Statement.GetLeadingTrivia()) || source.NameOf(change.Type, choice.SpanStart) is not { } type)
            return null;
        var seen = own?.Identifier.ValueText ?? GateNames.ForLocal(choice, "seen");
        if (change.ValueFrom(seen) is not { } next)
            return null;

        var script = new EditScript(source, Title);
        var (line, indent) = (layout.NewLine, layout.IndentAt(choice.SpanStart));
        var deeper = indent + layout.Unit;
        if (own is null)
            script.Insert(choice.SpanStart, type + " " + seen + ";" + line + indent);
        else
            script.Replace(TextSpan.FromBounds(own.Parent!.SpanStart, own.Span.End), type + " " + seen);
        script.Replace(choice.IfKeyword.Span, "while");
        script.Replace(read.Span, "(" + seen + " = " + change.Look(script) + ")");
        script.Replace(change.Statement.Span, $"if ({change.Exchanged(script, next, seen, hasBeen: true)})");
        var start = layout.EndOfLine(change.Statement)!.Value;
        if (inner.Count == 1)
        {
            script.Insert(start, line + deeper + layout.Unit + "break;");
            return script;
        }

        script.Insert(layout.BracesOnOwnLine ? start : change.Statement.Span.End, layout.BracesOnOwnLine ? line + deeper + "{" : " {");
        var end = layout.EndOfLine(inner.Last())!.Value;
        script.Shift(TextSpan.FromBounds(start, end));
        script.Insert(end, (AlwaysLeaves(inner.Last()) ? "" : line + deeper + layout.Unit + "break;") + layout.Close(deeper));
        return script;
    }

    /// <summary>Where the condition looks at the variable, or at the local that has just been given its value.</summary>
    private static (ExpressionSyntax Read, VariableDeclaratorSyntax? Own)? Looked(AtomicChange change, BlockSyntax block, IfStatementSyntax choice)
    {
        if (change.Reads(choice.Condition) is [var read] && read == change.Read)
            return (read, null);
        return change.Read.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax first } } own } && Follows(first, choice)
            && choice.Condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == own.Identifier.ValueText).ToArray() is [var used]
            && !block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == own.Identifier.ValueText && QueryMerge.IsChanged(name))
                ? (used, own)
                : null;
    }

    /// <summary><c>while (_n > 0) { _n--; … }</c> becomes <c>while ((seen = _n) > 0) { if (…) continue; … }</c>.</summary>
    private static EditScript? Turns(AtomicChange change)
    {
        var (source, layout) = (change.Source, change.Source.Layout);
        if (change.Statement.Parent is not BlockSyntax { Parent: WhileStatementSyntax { Parent: BlockSyntax } loop } block || block.Statements[0] != change.Statement || change.Reads(loop.Condition) is not [var read] || read != change.Read
            || !IsQuick(source, loop.Condition, change) || !layout.OwnLines(loop, loop) || !layout.OwnLines(change.Statement, change.Statement) || loop.ContainsDirectives || HasComment(change.Statement.GetLeadingTrivia())
            || source.NameOf(change.Type, loop.SpanStart) is not { } type)
            return null;
        var seen = GateNames.ForLocal(loop, "seen");
        if (change.ValueFrom(seen) is not { } next)
            return null;
        var script = new EditScript(source, Title);
        script.Insert(loop.SpanStart, type + " " + seen + ";" + layout.NewLine + layout.IndentAt(loop.SpanStart));
        script.Replace(read.Span, "(" + seen + " = " + change.Look(script) + ")");
        script.Replace(change.Statement.Span, $"if ({change.Exchanged(script, next, seen, hasBeen: false)})" + layout.NewLine + layout.IndentAt(change.Statement.SpanStart) + layout.Unit + "continue;");
        return script;
    }

    /// <summary>Computes something that may be computed again, or leaves the function for good.</summary>
    private static bool IsQuick(SourceView source, SyntaxNode step, AtomicChange change) => step switch
    {
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } declaration => declaration.Declaration.Variables.All(variable => variable.Initializer is { } given && IsQuick(source, given.Value, change)),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax made } member } assignment } =>
            ValueUse.IsStored(source.Model.GetSymbolInfo(member).Symbol) && IsMadeHere(source, made) && IsQuick(source, assignment.Right, change),
        IfStatementSyntax { Else: null } choice => IsQuick(source, choice.Condition, change) && AlwaysLeaves(choice.Statement) && !LeavesLoop(choice.Statement),
        ExpressionSyntax expression => expression.DescendantNodesAndSelf().All(node => node == change.Read || node is InvocationExpressionSyntax call && AtomicChange.IsPure(source.Model, call) || node is not (InvocationExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax
                or AwaitExpressionSyntax or AnonymousFunctionExpressionSyntax or SingleVariableDesignationSyntax) && node.Kind() is not (SyntaxKind.PreIncrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostDecrementExpression)),
        _ => false,
    };

    /// <summary>A local that holds a new object, which nobody else has yet.</summary>
    private static bool IsMadeHere(SourceView source, IdentifierNameSyntax name) => source.Model.GetSymbolInfo(name).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
        && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax } made && StateAccess.BodyOf(made) == StateAccess.BodyOf(name);

    /// <summary>A jump that a loop around it would take for its own.</summary>
    public static bool LeavesLoop(StatementSyntax statement) => Work.Own(statement).Any(node => node is GotoStatementSyntax or LabeledStatementSyntax
        || node is BreakStatementSyntax or ContinueStatementSyntax && !node.Ancestors().TakeWhile(ancestor => ancestor != statement.Parent)
            .Any(ancestor => ancestor is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax || ancestor is SwitchStatementSyntax && node is BreakStatementSyntax));

    public static bool HasComment(SyntaxTriviaList trivia) => trivia.Any(static piece => piece.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia));
}
