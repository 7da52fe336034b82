using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Collections;

/// <summary>Check and act on a dictionary: <c>TryAdd</c>, <c>GetOrAdd</c> and <c>AddOrUpdate</c> are one step each.</summary>
internal sealed class DictionarySteps
{
    private readonly EditScript _script;
    private readonly ExpressionSyntax _target;
    private readonly StatementSyntax _statement;

    private DictionarySteps(EditScript script, ExpressionSyntax target, StatementSyntax statement)
    {
        _script = script;
        _target = target;
        _statement = statement;
    }

    private SemanticModel Model => _script.Source.Model;

    public static IReadOnlyList<SyntaxNode>? At(EditScript script, ExpressionSyntax target, StatementSyntax statement)
    {
        var steps = new DictionarySteps(script, target, statement);
        return statement switch
        {
            IfStatementSyntax check => steps.OfCheck(check),
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => steps.OfAssignment(assignment),
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => steps.OfLookUp(call),
            _ => null,
        };
    }

    private IReadOnlyList<SyntaxNode>? OfCheck(IfStatementSyntax check)
    {
        var isNegative = check.Condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression };
        if ((isNegative ? ((PrefixUnaryExpressionSyntax)check.Condition).Operand : check.Condition) is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } member } call
            || member.Expression != _target || call.ArgumentList.Arguments is not [{ Expression: var key }, ..] || IsLong(key))
            return null;

        var (present, absent) = isNegative ? (check.Else?.Statement, (StatementSyntax?)check.Statement) : (check.Statement, check.Else?.Statement);
        if (method == "ContainsKey" && present is not null && absent is not null)
            return Stored(absent, key) is { } first && Updated(present, key, "current") is { } update ? Become(AddOrUpdate(key, first, "current", update), check) : null;
        if (method == "TryGetValue" && present is not null && absent is not null && OutName(call) is { } found && !IsUsedLater(check, found))
            return Stored(absent, key) is { } initial && Stored(present, key) is { } next && Mentions(next, found) && !Mentions(initial, found) ? Become(AddOrUpdate(key, initial, found, next.ToString()), check) : null;
        if (absent is null || present is not null)
            return null;

        if (method == "ContainsKey" && Stored(absent, key) is { } value && !IsLong(value))
            return Followed(check, key, value) ?? Become(_target + ".TryAdd(" + key + ", " + value + ");", check);
        return method == "TryGetValue" && OutName(call) is { } name && call.ArgumentList.Arguments[1].Expression is DeclarationExpressionSyntax { Type.IsVar: true } && Made(absent, key, name) is { } made
            ? Become("var " + name + " = " + _target + ".GetOrAdd(" + key + ", _ => " + made + ");", check)
            : null;
    }

    /// <summary><c>d[k] = d.GetValueOrDefault(k) + 1;</c> and <c>d[k] = d.TryGetValue(k, out var n) ? n + 1 : 1;</c></summary>
    private IReadOnlyList<SyntaxNode>? OfAssignment(AssignmentExpressionSyntax assignment)
    {
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || KeyOf(assignment.Left) is not { } key || IsLong(key))
            return null;

        switch (assignment.Right)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetValueOrDefault" } member, ArgumentList.Arguments: [{ Expression: var asked }] } } sum
                when SyntaxFactory.AreEquivalent(member.Expression, _target) && SyntaxFactory.AreEquivalent(asked, key) && IsNumber(assignment.Left) && !IsLong(sum.Right):
                var current = NameFor("current");
                return Become(AddOrUpdate(key, sum.Right, current, current + " + " + sum.Right), _statement);
            case ConditionalExpressionSyntax { Condition: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetValue" } member } call } choice
                when SyntaxFactory.AreEquivalent(member.Expression, _target) && call.ArgumentList.Arguments is [{ Expression: var sought }, _] && SyntaxFactory.AreEquivalent(sought, key)
                && OutName(call) is { } found && !IsUsedLater(_statement, found) && !IsLong(choice.WhenTrue) && !IsLong(choice.WhenFalse):
                return Become(AddOrUpdate(key, choice.WhenFalse, found, choice.WhenTrue.ToString()), _statement);
            default:
                return null;
        }
    }

    /// <summary><c>d.TryGetValue(k, out var n); d[k] = n + 1;</c></summary>
    private IReadOnlyList<SyntaxNode>? OfLookUp(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetValue" } member || member.Expression != _target
            || call.ArgumentList.Arguments is not [{ Expression: var key }, _] || IsLong(key) || OutName(call) is not { } found || Next(_statement) is not { } next
            || next is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum } assignment }
            || KeyOf(assignment.Left) is not { } written || !SyntaxFactory.AreEquivalent(written, key) || !IsNumber(assignment.Left) || IsUsedLater(next, found))
            return null;

        var added = sum.Left is IdentifierNameSyntax { Identifier.ValueText: var left } && left == found ? sum.Right
            : sum.Right is IdentifierNameSyntax { Identifier.ValueText: var right } && right == found ? sum.Left : null;
        return added is null || Mentions(added, found) || IsLong(added) ? null : Become(AddOrUpdate(key, added, found, sum.ToString()), _statement, next);
    }

    /// <summary><c>if (!d.ContainsKey(k)) d[k] = 0; d[k]++;</c></summary>
    private IReadOnlyList<SyntaxNode>? Followed(IfStatementSyntax check, ExpressionSyntax key, ExpressionSyntax first)
    {
        if (Next(check) is not { } next || first is not LiteralExpressionSyntax { Token.ValueText: "0" } || Updated(next, key, "current") is not { } update || !update.StartsWith("current + ", StringComparison.Ordinal))
            return null;
        return Become(AddOrUpdate(key, update.Substring("current + ".Length), "current", update), check, next);
    }

    private string AddOrUpdate(object key, object first, string current, string next) => _target + ".AddOrUpdate(" + key + ", " + first + ", (_, " + current + ") => " + next + ");";

    /// <summary>The value that the only statement puts under the key, which is not there yet.</summary>
    private ExpressionSyntax? Stored(StatementSyntax statement, ExpressionSyntax key) => Only(statement) is ExpressionStatementSyntax { Expression: var expression }
        ? expression switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when KeyOf(assignment.Left) is { } written && SyntaxFactory.AreEquivalent(written, key)
                && !MentionsState(assignment.Right) => assignment.Right,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd" } member, ArgumentList.Arguments: [{ Expression: var written }, { Expression: var value }] }
                when SyntaxFactory.AreEquivalent(member.Expression, _target) && SyntaxFactory.AreEquivalent(written, key) && !MentionsState(value) => value,
            _ => null,
        }
        : null;

    /// <summary>The new value, from the old one, that the only statement gives to what is under the key.</summary>
    private string? Updated(StatementSyntax statement, ExpressionSyntax key, string current)
    {
        if (Only(statement) is not ExpressionStatementSyntax { Expression: var expression } || NameFor(current) != current)
            return null;
        return expression switch
        {
            PostfixUnaryExpressionSyntax step when Is(step.Operand) => current + (step.IsKind(SyntaxKind.PostIncrementExpression) ? " + 1" : " - 1"),
            PrefixUnaryExpressionSyntax step when Is(step.Operand) => current + (step.IsKind(SyntaxKind.PreIncrementExpression) ? " + 1" : " - 1"),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } sum when Is(sum.Left) && !MentionsState(sum.Right) && !IsLong(sum.Right) => current + " + " + sum.Right,
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum } assignment
                when Is(assignment.Left) && Is(sum.Left) && !MentionsState(sum.Right) && !IsLong(sum.Right) => current + " + " + sum.Right,
            _ => null,
        };

        bool Is(ExpressionSyntax place) => KeyOf(place) is { } written && SyntaxFactory.AreEquivalent(written, key) && IsNumber(place);
    }

    /// <summary>The value of <c>{ v = E; d[k] = v; }</c>.</summary>
    private ExpressionSyntax? Made(StatementSyntax statement, ExpressionSyntax key, string name)
    {
        if (statement is not BlockSyntax { Statements: [ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax made } assignment }, var put] }
            || made.Identifier.ValueText != name || Stored(put, key) is not IdentifierNameSyntax stored || stored.Identifier.ValueText != name
            || MentionsState(assignment.Right) || Work.IsForbiddenIn(Model, assignment.Right) || Mentions(assignment.Right, "_"))
            return null;
        return assignment.Right;
    }

    private IReadOnlyList<SyntaxNode>? Become(string text, StatementSyntax first, StatementSyntax? last = null)
    {
        last ??= first;
        var span = TextSpan.FromBounds(first.SpanStart, last.Span.End);
        if (_script.Source.Root.DescendantTrivia(span).Any(trivia => span.Contains(trivia.Span) && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)))
            return null;
        _script.Replace(span, text);
        return first == last ? [first] : [first, last];
    }

    private static StatementSyntax Only(StatementSyntax statement) => statement is BlockSyntax { Statements: [var only] } ? only : statement;

    private static StatementSyntax? Next(StatementSyntax statement)
    {
        var list = StatementList.Around(statement);
        var index = list.FindIndex(other => other == statement);
        return index >= 0 && index + 1 < list.Count ? list[index + 1] : null;
    }

    private ExpressionSyntax? KeyOf(ExpressionSyntax place) =>
        place is ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } element && SyntaxFactory.AreEquivalent(element.Expression, _target) ? key : null;

    private bool IsNumber(ExpressionSyntax place) => Model.GetTypeInfo(place).Type?.SpecialType is >= SpecialType.System_Int32 and <= SpecialType.System_Double;

    private static string? OutName(InvocationExpressionSyntax call) => call.ArgumentList.Arguments is [_, { Expression: DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax name } }] ? name.Identifier.ValueText : null;

    private bool IsLong(SyntaxNode node) => Work.IsForeignIn(Model, node) || node.DescendantNodesAndSelf().Any(inner => inner is AssignmentExpressionSyntax or AwaitExpressionSyntax
        || inner.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostDecrementExpression);

    private bool MentionsState(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(inner => SyntaxFactory.AreEquivalent(inner, _target));

    private static bool Mentions(SyntaxNode node, string name) => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(inner => inner.Identifier.ValueText == name);

    private bool IsUsedLater(StatementSyntax statement, string name)
    {
        var list = StatementList.Around(statement);
        return list.SkipWhile(other => other != statement).Skip(1).Any(other => Mentions(other, name));
    }

    private string NameFor(string wanted) => GateNames.ForLocal(_statement, wanted);
}
