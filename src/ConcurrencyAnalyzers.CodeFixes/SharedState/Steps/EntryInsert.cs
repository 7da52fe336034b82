using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.Engine.Atomicity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>An entry that is put in where none was found: GetOrAdd gives all callers the one that is in the dictionary.</summary>
internal static class EntryInsert
{
    public static EditScript? Plan(StepPair pair)
    {
        if (pair.Gap != Gap.Steps || pair.ActStatement is not { } statement || Entry(pair, statement) is not var (collection, key, value)
            || !StepPair.IsStable(collection) || !StepPair.IsStable(key) || !IsConcurrentDictionary(pair.Source.Model, collection))
            return null;
        if (OnlyWhereMissing(statement, collection, key) is { } whole)
        {
            var add = new EditScript(pair.Source, "Use TryAdd");
            if (Comments.ReplaceKeeping(add, whole.Span, $"{collection}.TryAdd({key}, {value});", key, value))
                return add;
        }

        if (WhereMissing(pair, statement, collection, key, value) is { } first)
            return first;
        if (OrLeave(pair, statement, collection, key, value) is { } leave)
            return leave;
        if (pair.Harm != StepHarm.TwoObjects)
            return null;
        var (target, made) = value is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax name } inner ? (name, inner.Right) : (value as IdentifierNameSyntax, value);
        if (target is null || pair.Source.Model.GetSymbolInfo(target).Symbol is not ILocalSymbol and not IParameterSymbol)
            return null;
        var script = new EditScript(pair.Source, "Use GetOrAdd");
        script.Replace(statement.Span, $"{target} = {collection}.GetOrAdd({key}, {made});");
        return script;
    }

    /// <summary><c>if (!d.ContainsKey(k)) { d[k] = v; … }</c> becomes <c>if (d.TryAdd(k, v)) { … }</c>: what follows is done by who has added it.</summary>
    private static EditScript? WhereMissing(StepPair pair, ExpressionStatementSyntax statement, ExpressionSyntax collection, ExpressionSyntax key, ExpressionSyntax value)
    {
        if (statement.Parent is not BlockSyntax { Parent: IfStatementSyntax choice } block || choice.Statement != block || block.Statements[0] != statement || block.Statements.Count < 2
            || !IsHarmless(pair.Source.Model, value) || pair.HasComments(statement))
            return null;
        var test = choice.Condition;
        while (test is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both)
            test = both.Right;
        if (test is not PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var question } || !Asks(question, collection, key))
            return null;
        var script = new EditScript(pair.Source, "Use TryAdd");
        script.Replace(test.Span, $"{collection}.TryAdd({key}, {value})");
        return AtomicSteps.RemoveLine(script, statement, test) ? script : null;
    }

    /// <summary>To compute it where it is not needed does nothing: arithmetic, or a new object of such.</summary>
    private static bool IsHarmless(SemanticModel model, ExpressionSyntax value) => AtomicChange.IsRepeatable(value, model, static _ => false)
        || value is BaseObjectCreationExpressionSyntax { Initializer: null } made && !Work.IsForeignIn(model, made)
        && (made.ArgumentList is null || made.ArgumentList.Arguments.All(argument => AtomicChange.IsRepeatable(argument.Expression, model, static _ => false)));

    /// <summary>
    /// <c>if (d.ContainsKey(k)) return false; d[k] = v;</c>: who could not add takes the way of who found one. What is dear to make is made
    /// where it was, for those who found none.
    /// </summary>
    private static EditScript? OrLeave(StepPair pair, ExpressionStatementSyntax statement, ExpressionSyntax collection, ExpressionSyntax key, ExpressionSyntax value)
    {
        if (statement.Parent is not BlockSyntax block || block.Statements.IndexOf(statement) is not (> 0 and var index) || block.Statements[index - 1] is not IfStatementSyntax { Else: null } test
            || !RetryLoop.AlwaysLeaves(test.Statement) || !Asks(test.Condition, collection, key) || value is AssignmentExpressionSyntax)
            return null;
        var script = new EditScript(pair.Source, "Use TryAdd");
        var add = $"!{collection}.TryAdd({key}, {value})";
        if (Work.IsForeignIn(pair.Source.Model, value))
        {
            script.Replace(statement.Span, "if (" + add + ")" + pair.Source.Text.ToString(TextSpan.FromBounds(test.CloseParenToken.Span.End, test.Span.End)));
            return pair.HasComments(test) ? null : script;
        }

        script.Replace(test.Condition.Span, add);
        return !pair.HasComments(statement) && AtomicSteps.RemoveLine(script, statement, test.Condition) ? script : null;
    }

    public static bool IsConcurrentDictionary(SemanticModel model, ExpressionSyntax collection) =>
        model.GetTypeInfo(collection).Type is INamedTypeSymbol { Name: "ConcurrentDictionary", ContainingNamespace: var space } && space.ToDisplayString() == "System.Collections.Concurrent";

    private static (ExpressionSyntax Collection, ExpressionSyntax Key, ExpressionSyntax Value)? Entry(StepPair pair, ExpressionStatementSyntax statement) => statement.Expression switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys } entry } assignment => (entry.Expression, keys[0].Expression, assignment.Right),
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments } call when pair.Harm == StepHarm.TwoObjects && StepPair.Target(call) is var (collection, name) && name == "TryAdd" => (collection, arguments[0].Expression, arguments[1].Expression),
        _ => null,
    };

    /// <summary><c>if (!d.ContainsKey(k)) d[k] = v;</c> and nothing more.</summary>
    private static IfStatementSyntax? OnlyWhereMissing(StatementSyntax statement, ExpressionSyntax collection, ExpressionSyntax key) =>
        (statement.Parent as IfStatementSyntax ?? (statement.Parent as BlockSyntax)?.Parent as IfStatementSyntax) is { Else: null } whole && StepPair.Only(whole.Statement) == statement
        && whole.Condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var question } && Asks(question, collection, key)
            ? whole
            : null;

    private static bool Asks(ExpressionSyntax condition, ExpressionSyntax collection, ExpressionSyntax key) => condition is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call
        && StepPair.Target(call) is var (asked, name) && name == "ContainsKey" && StepPair.Same(asked, collection) && StepPair.Same(arguments[0].Expression, key);
}
