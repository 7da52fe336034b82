using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.Engine.Atomicity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>A test before a look-up or before taking: the call that says whether it got one stands in for the test.</summary>
internal static class QueryMerge
{
    public static EditScript? Plan(StepPair pair)
    {
        if (pair.Gap != Gap.Steps || pair.Check is not { } check)
            return null;
        if (Condition(check, pair.Act) is not { } condition)
        {
            return pair.Act is ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } key } found && LeavesWithout(check, pair.Act, key[0].Expression)
                ? LookUp(pair, check, found, key[0].Expression)
                : null;
        }

        return pair.Act switch
        {
            ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys } entry => LookUp(pair, check, entry, keys[0].Expression),
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call when StepPair.Target(call) is var (collection, name) && name == "Take" => Take(pair, condition, call, collection),
            InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call when pair.Harm == StepHarm.UsesNothing && StepPair.Target(call) is var (collection, _) => TryTake(pair, condition, call, collection, arguments[0]),
            _ => null,
        };
    }

    /// <summary><c>ContainsKey(k)</c> … <c>d[k]</c> becomes <c>TryGetValue(k, out var value)</c> … <c>value</c>.</summary>
    private static EditScript? LookUp(StepPair pair, ExpressionSyntax check, ElementAccessExpressionSyntax entry, ExpressionSyntax key)
    {
        if (check is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member, ArgumentList.Arguments: { Count: 1 } arguments } || member.Name.Identifier.ValueText != "ContainsKey"
            || !StepPair.Same(member.Expression, entry.Expression) || !StepPair.Same(arguments[0].Expression, key) || !StepPair.IsStable(key) || !IsRead(entry))
            return null;
        var value = GateNames.ForLocal(entry, "value");
        var script = new EditScript(pair.Source, "Use TryGetValue");
        script.Replace(member.Name.Span, "TryGetValue");
        script.Insert(arguments[0].Span.End, $", out var {value}");
        script.Replace(entry.Span, value);
        return script;
    }

    /// <summary><c>if (c.Count > 0) … c.Take() …</c> becomes <c>if (c.TryTake(out var item)) … item …</c></summary>
    private static EditScript? Take(StepPair pair, ExpressionSyntax condition, InvocationExpressionSyntax call, ExpressionSyntax collection)
    {
        if (!AsksForAny(condition, collection))
            return null;
        var item = GateNames.ForLocal(call, "item");
        var script = new EditScript(pair.Source, "Use TryTake");
        script.Replace(condition.Span, $"{collection}.TryTake(out var {item})");
        script.Replace(call.Span, item);
        return script;
    }

    /// <summary><c>if (q.Count > 0) { q.TryDequeue(out var x); …</c> becomes <c>if (q.TryDequeue(out var x)) { …</c></summary>
    private static EditScript? TryTake(StepPair pair, ExpressionSyntax condition, InvocationExpressionSyntax call, ExpressionSyntax collection, ArgumentSyntax taken)
    {
        if (!AsksForAny(condition, collection) || pair.ActStatement is not { Parent: BlockSyntax block } statement || block.Statements[0] != statement || block.Statements.Count < 2
            || block.Parent is not (IfStatementSyntax or WhileStatementSyntax) || !pair.Source.Layout.OwnLines(statement, statement) || pair.HasComments(statement) || statement.GetLeadingTrivia().Any(static trivia => trivia.IsDirective))
            return null;
        var script = new EditScript(pair.Source, $"Use the result of {StepPair.Target(call)!.Value.Name}");
        script.Replace(condition.Span, call.ToString());
        script.Replace(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(pair.Source.Text.Lines.GetLineFromPosition(statement.SpanStart).Start, pair.Source.Text.Lines.GetLineFromPosition(statement.Span.End).EndIncludingLineBreak), "");
        return taken.RefKindKeyword.IsKind(SyntaxKind.OutKeyword) ? script : null;
    }

    /// <summary>The condition that holds where the act is reached; the check is it or a part of its <c>&amp;&amp;</c>.</summary>
    private static ExpressionSyntax? Condition(ExpressionSyntax check, ExpressionSyntax act)
    {
        foreach (var node in act.Ancestors())
        {
            var (condition, arm) = node switch
            {
                IfStatementSyntax choice => (choice.Condition, (SyntaxNode)choice.Statement),
                WhileStatementSyntax loop => (loop.Condition, loop.Statement),
                ConditionalExpressionSyntax choice => (choice.Condition, choice.WhenTrue),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => (both.Left, both.Right),
                _ => (null, null),
            };
            if (condition is not null && arm!.Span.Contains(act.Span) && condition.Span.Contains(check.Span))
                return condition;
            if (node is StatementSyntax && node.Span.Contains(check.Span))
                return null;
        }

        return null;
    }

    /// <summary><c>if (!d.ContainsKey(k)) return; … d[k]</c>, with the same key all the way.</summary>
    private static bool LeavesWithout(ExpressionSyntax check, ExpressionSyntax act, ExpressionSyntax key)
    {
        if (check.Parent is not PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not)
            return false;
        ExpressionSyntax condition = not;
        while (condition.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either)
            condition = either;
        if (condition.Parent is not IfStatementSyntax { Else: null, Parent: BlockSyntax block } test || !RetryLoop.AlwaysLeaves(test.Statement)
            || block.Statements.FirstOrDefault(statement => statement.Span.Contains(act.Span)) is not { } later)
            return false;
        return !AnyChanges(key, block.Statements.SkipWhile(statement => statement != test).TakeWhile(statement => statement.SpanStart <= later.SpanStart).SelectMany(static statement => statement.DescendantNodes()));
    }

    /// <summary>Whether something else is put into a variable of the key.</summary>
    public static bool AnyChanges(ExpressionSyntax key, IEnumerable<SyntaxNode> nodes)
    {
        var names = new HashSet<string>(key.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText));
        return nodes.OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText) && IsChanged(name));
    }

    /// <summary>Whether something else is put into the variable at this place.</summary>
    public static bool IsChanged(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind is (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword || argument.Parent is TupleExpressionSyntax,
        PostfixUnaryExpressionSyntax unary => !unary.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
        _ => false,
    };

    private static bool AsksForAny(ExpressionSyntax condition, ExpressionSyntax collection) => condition switch
    {
        BinaryExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" } count, Right: LiteralExpressionSyntax { Token.ValueText: "0" } } compared =>
            (compared.IsKind(SyntaxKind.GreaterThanExpression) || compared.IsKind(SyntaxKind.NotEqualsExpression)) && StepPair.Same(count.Expression, collection),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsEmpty" } empty } => StepPair.Same(empty.Expression, collection),
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } any => StepPair.Target(any) is var (asked, name) && name == "Any" && StepPair.Same(asked, collection),
        _ => false,
    };

    private static bool IsRead(ExpressionSyntax entry) => entry.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left != entry,
        PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        PrefixUnaryExpressionSyntax unary => !unary.IsKind(SyntaxKind.PreIncrementExpression) && !unary.IsKind(SyntaxKind.PreDecrementExpression),
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind == 0,
        _ => true,
    };
}
