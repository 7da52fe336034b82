using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>
/// An entry of a concurrent dictionary that is looked at, thought about and then written: all of it is done again as long as others are
/// faster, by TryUpdate.
/// </summary>
internal static class EntryRetry
{
    private const string Title = "Retry with TryUpdate";

    public static EditScript? Plan(StepPair pair)
    {
        if (EntryUpdate.Written(pair) is not { } entry || pair.ActStatement is not { Parent: BlockSyntax block, Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } change } act
            || pair.HasComments(act) || RetryLoop.HasComment(act.GetLeadingTrivia()) || Look(pair, entry) is not var (look, variable) || !EntryUpdate.IsRepeatable(change.Right, change.Right, pair.Source.Model))
            return null;
        var update = $"{entry.Expression}.TryUpdate({EntryUpdate.Key(entry)}, {change.Right}, {variable})";
        return block.Statements.FirstOrDefault(statement => statement.Span.Contains(look.Span)) is { } first
            ? Repeat(pair, block, first, act, look, variable, update)
            : Within(pair, block, act, look, update);
    }

    /// <summary><c>if (!d.TryGetValue(k, out var n) || n == 0) return false; d[k] = n - 1;</c> becomes <c>do { … } while (!d.TryUpdate(k, n - 1, n));</c></summary>
    private static EditScript? Repeat(StepPair pair, BlockSyntax block, StatementSyntax first, StatementSyntax act, ExpressionSyntax look, string variable, string update)
    {
        var (source, layout) = (pair.Source, pair.Source.Layout);
        var (from, to) = (block.Statements.IndexOf(first), block.Statements.IndexOf(act));
        var steps = block.Statements.Skip(from).Take(to - from).ToList();
        if (steps.Count == 0 || !steps.All(step => IsQuick(source, step, look)) || !layout.OwnLines(first, act) || steps.Any(static step => step.ContainsDirectives) || layout.EndOfLine(steps.Last()) is not { } end
            || Outliving.Of(source, StatementList.Of(block.Statements), from, to - 1, also: variable) is not { } outliving || outliving.All(local => !local.Text.EndsWith(" " + variable + ";", StringComparison.Ordinal)))
            return null;
        var (line, indent) = (layout.NewLine, layout.IndentAt(first.SpanStart));
        var script = new EditScript(source, Title);
        script.Insert(first.SpanStart, string.Concat(outliving.Select(local => local.Text + line + indent)) + layout.Open("do", indent));
        foreach (var local in outliving)
            script.Replace(local.Away, "");
        script.Shift(TextSpan.FromBounds(first.SpanStart, end));
        script.Replace(TextSpan.FromBounds(end, act.Span.End), layout.Close(indent) + line + indent + $"while (!{update});");
        return script;
    }

    /// <summary><c>if (d.TryGetValue(k, out var n)) { d[k] = n - 1; }</c> becomes <c>while (d.TryGetValue(k, out var n)) { if (d.TryUpdate(k, n - 1, n)) break; }</c></summary>
    private static EditScript? Within(StepPair pair, BlockSyntax block, StatementSyntax act, ExpressionSyntax look, string update)
    {
        var layout = pair.Source.Layout;
        if (block.Parent is not IfStatementSyntax { Else: null, Parent: BlockSyntax } choice || choice.Condition != look || block.Statements.Last() != act
            || !block.Statements.Take(block.Statements.Count - 1).All(step => IsQuick(pair.Source, step, look)) || !layout.OwnLines(act, act))
            return null;
        var script = new EditScript(pair.Source, Title);
        script.Replace(choice.IfKeyword.Span, "while");
        script.Replace(act.Span, $"if ({update})" + layout.NewLine + layout.IndentAt(act.SpanStart) + layout.Unit + "break;");
        return script;
    }

    /// <summary>The call that looks the entry up, and the variable that holds what it found and nothing else.</summary>
    private static (ExpressionSyntax Call, string Variable)? Look(StepPair pair, ElementAccessExpressionSyntax entry)
    {
        var (collection, key) = (entry.Expression, EntryUpdate.Key(entry));
        var variable = pair.Check switch
        {
            InvocationExpressionSyntax { ArgumentList.Arguments: [var asked, { Expression: var target }] } call when StepPair.Target(call) is var (looked, name) && StepPair.Same(looked, collection) && StepPair.Same(asked.Expression, key) =>
                name switch
                {
                    "TryGetValue" => target is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax named } ? named.Identifier.ValueText : null,
                    "GetOrAdd" => Given(call),
                    _ => null,
                },
            ElementAccessExpressionSyntax element when StepPair.Same(element, entry) => Given(element),
            _ => null,
        };
        return variable is not null && !GateNames.ScopeOf(entry).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable && QueryMerge.IsChanged(name))
            ? (pair.Check!, variable)
            : null;
    }

    private static string? Given(ExpressionSyntax value) => value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } ? variable.Identifier.ValueText : null;

    /// <summary>Computes something that may be computed again, or leaves the function for good.</summary>
    private static bool IsQuick(SourceView source, SyntaxNode step, ExpressionSyntax look) => step switch
    {
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } declaration => declaration.Declaration.Variables.All(variable =>
            variable.Initializer is { } given && (IsQuick(source, given.Value, look) || EntryUpdate.IsRepeatable(given.Value, given.Value, source.Model))),
        IfStatementSyntax { Else: null } choice => IsQuick(source, choice.Condition, look) && RetryLoop.AlwaysLeaves(choice.Statement) && !RetryLoop.LeavesLoop(choice.Statement),
        ExpressionSyntax expression => expression.DescendantNodesAndSelf(node => node != look).All(node => node == look || node is not (InvocationExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax
            or AwaitExpressionSyntax or AnonymousFunctionExpressionSyntax) && node.Kind() is not (SyntaxKind.PreIncrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostDecrementExpression)),
        _ => false,
    };
}
