using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.Engine.Atomicity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>
/// An entry of a concurrent dictionary that is made from its old value: AddOrUpdate where the code says what a missing
/// entry begins with, else a loop around TryUpdate, which throws for a missing key as the indexer does.
/// </summary>
internal static class EntryUpdate
{
    /// <summary>
    /// <c>if (!d.TryAdd(k, first)) d[k] = f(d[k]);</c> and <c>if (d.TryGetValue(k, out var v)) d[k] = f(v); else d[k] = first;</c>,
    /// whichever of the two branches the act is.
    /// </summary>
    public static EditScript? AddOrUpdate(StepPair pair)
    {
        if (Written(pair) is not { } entry || pair.ActStatement is not { } act || Around(act) is not { } whole)
            return null;
        var (condition, negated) = whole.Condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not ? (not.Operand, true) : (whole.Condition, false);
        if (condition is not InvocationExpressionSyntax call || StepPair.Target(call) is not var (collection, name) || !StepPair.Same(collection, entry.Expression)
            || call.ArgumentList.Arguments.Count != 2 || !StepPair.Same(call.ArgumentList.Arguments[0].Expression, Key(entry)))
            return null;
        var second = call.ArgumentList.Arguments[1].Expression;
        var (found, missing) = negated ? (whole.Else?.Statement, whole.Statement) : (whole.Statement, whole.Else?.Statement);
        ExpressionSyntax? first;
        ExpressionSyntax change;
        string variable;
        if (name == "TryAdd" && negated && whole.Else is null && StepPair.Only(whole.Statement) == act)
            (first, change, variable) = (second, act.Expression, GateNames.ForLocal(whole, "current"));
        else if (name == "TryGetValue" && StepPair.Only(found) is ExpressionStatementSyntax { Expression: var changed } && StepPair.Same(TargetOf(changed), entry)
            && StepPair.Only(missing) is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } other }
            && StepPair.Same(other.Left, entry) && second is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax named })
            (first, change, variable) = (other.Right, changed, named.Identifier.ValueText);
        else
            return null;
        if (!IsRepeatable(first, first, pair.Source.Model) || NewValue(change, entry, variable, pair.Source.Model) is not { } value)
            return null;
        var script = new EditScript(pair.Source, "Use AddOrUpdate");
        return Comments.ReplaceKeeping(script, whole.Span, $"{entry.Expression}.AddOrUpdate({Key(entry)}, {first}, (_, {variable}) => {value});", first, change) ? script : null;
    }

    /// <summary><c>d[k] = f(d[k]);</c>, <c>d[k] += x;</c>, <c>d[k]++;</c></summary>
    public static EditScript? Loop(StepPair pair)
    {
        if (Written(pair) is not { } entry || pair.ActStatement is not { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } act || pair.HasComments(act)
            || pair.Source.Model.GetTypeInfo(entry).Type is not { } type || pair.Source.NameOf(type, act.SpanStart) is not { } typeName)
            return null;
        var variable = GateNames.ForLocal(act, "current");
        if (NewValue(act.Expression, entry, variable, null) is not { } value)
            return null;
        var layout = pair.Source.Layout;
        var (line, indent) = (layout.NewLine, layout.IndentAt(act.SpanStart));
        var body = $"{indent}{layout.Unit}{variable} = {entry};{line}{indent}}}";
        var test = $"while (!{entry.Expression}.TryUpdate({Key(entry)}, {value}, {variable}));";
        var script = new EditScript(pair.Source, "Retry with TryUpdate");
        script.Replace(act.Span, layout.BracesOnOwnLine
            ? $"{typeName} {variable};{line}{indent}do{line}{indent}{{{line}{body}{line}{indent}{test}"
            : $"{typeName} {variable};{line}{indent}do {{{line}{body} {test}");
        return script;
    }

    /// <summary>The entry that is written because of what it held, under a key that may be asked for more than once.</summary>
    public static ElementAccessExpressionSyntax? Written(StepPair pair) =>
        pair is { Harm: StepHarm.LostUpdate, Gap: Gap.Steps, Act: ElementAccessExpressionSyntax { ArgumentList.Arguments.Count: 1 } entry }
        && StepPair.IsStable(entry.Expression) && StepPair.IsStable(Key(entry)) && EntryInsert.IsConcurrentDictionary(pair.Source.Model, entry.Expression) ? entry : null;

    public static ExpressionSyntax Key(ElementAccessExpressionSyntax entry) => entry.ArgumentList.Arguments[0].Expression;

    private static IfStatementSyntax? Around(StatementSyntax act)
    {
        var branch = act.Parent is BlockSyntax block ? block.Parent : act.Parent;
        return (branch is ElseClauseSyntax other ? other.Parent : branch) as IfStatementSyntax;
    }

    private static ExpressionSyntax? TargetOf(ExpressionSyntax change) => change switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left,
        PostfixUnaryExpressionSyntax unary => unary.Operand,
        PrefixUnaryExpressionSyntax unary => unary.Operand,
        _ => null,
    };

    /// <summary>The new value as an expression over a variable that holds the old one; null where it does not follow from the old one alone.</summary>
    private static string? NewValue(ExpressionSyntax change, ElementAccessExpressionSyntax entry, string variable, SemanticModel? model)
    {
        switch (change)
        {
            case PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax:
                return variable + (change.IsKind(SyntaxKind.PostIncrementExpression) || change.IsKind(SyntaxKind.PreIncrementExpression) ? " + 1" : " - 1");
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } simple:
                var old = simple.Right.DescendantNodesAndSelf().OfType<ElementAccessExpressionSyntax>().Where(part => StepPair.Same(part, entry)).ToArray();
                var usesVariable = model is not null && simple.Right.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable);
                if (old.Length == 0 && !usesVariable)
                    return null;
                var value = simple.Right.ReplaceNodes(old, (node, _) => SyntaxFactory.IdentifierName(variable).WithTriviaFrom(node));
                return StepPair.IsStable(value) || model is not null && AtomicChange.IsRepeatable(simple.Right, model, part => old.Contains(part)) ? value.ToString() : null;
            case AssignmentExpressionSyntax compound when StepPair.IsStable(compound.Right) && compound.OperatorToken.Text.Length is 2 or 3 && compound.OperatorToken.Text != "??=":
                var operand = compound.Right is IdentifierNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax ? compound.Right.ToString() : "(" + compound.Right + ")";
                return $"{variable} {compound.OperatorToken.Text.TrimEnd('=')} {operand}";
            default:
                return null;
        }
    }

    /// <summary>May be computed more than once: plain arithmetic, or the pure methods of an immutable collection.</summary>
    public static bool IsRepeatable(ExpressionSyntax value, ExpressionSyntax original, SemanticModel? model) => StepPair.IsStable(value)
        || model is not null && AtomicChange.IsRepeatable(original, model, static _ => false);
}
