using ConcurrencyAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>
/// An entry of a concurrent dictionary that is read into a local, changed there and stored:
/// <c>d.TryGetValue(k, out var v); v += x; d[k] = v;</c> becomes <c>var v = d.AddOrUpdate(k, x, (_, v) => v + x);</c>.
/// </summary>
internal static class EntrySum
{
    public static EditScript? Plan(StepPair pair)
    {
        if (EntryUpdate.Written(pair) is not { Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: IdentifierNameSyntax stored } } entry
            || pair.ActStatement is not { Parent: BlockSyntax block } act || block.Statements.IndexOf(act) is not (>= 2 and var index)
            || block.Statements[index - 1] is not ExpressionStatementSyntax { Expression: var change } || Read(block.Statements[index - 2], entry) is not var (name, missing)
            || name != stored.Identifier.ValueText || Change(change, name) is not var (sign, operand) || !StepPair.IsStable(operand)
            || operand.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(used => used.Identifier.ValueText == name)
            || pair.Source.Model.GetTypeInfo(entry).Type is not { SpecialType: >= SpecialType.System_Int32 and <= SpecialType.System_Double } type
            || !SymbolEqualityComparer.Default.Equals(type, pair.Source.Model.GetTypeInfo(stored).Type))
            return null;

        var reading = block.Statements[index - 2];
        var layout = pair.Source.Layout;
        var whole = TextSpan.FromBounds(reading.SpanStart, act.Span.End);
        if (!layout.OwnLines(reading, act))
            return null;

        var text = operand is IdentifierNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax ? operand.ToString() : $"({operand})";
        // What is missing counts as nothing: then the first value is what is added.
        var first = missing is not (null or "0") ? $"{missing} {sign} {text}" : sign == '-' ? "-" + text : operand.ToString();
        var isUsed = block.Statements.Skip(index + 1).Any(later => later.DescendantNodes().OfType<IdentifierNameSyntax>().Any(used => used.Identifier.ValueText == name));
        var inner = isUsed ? GateNames.ForLocal(act, "current") : name;
        var script = new EditScript(pair.Source, "Use AddOrUpdate");
        return Comments.ReplaceKeeping(script, whole, $"{(isUsed ? $"var {name} = " : "")}{entry.Expression}.AddOrUpdate({EntryUpdate.Key(entry)}, {first}, (_, {inner}) => {inner} {sign} {text});") ? script : null;
    }

    /// <summary>The local that gets the entry, and what it gets where there is none; null for the default of the type.</summary>
    private static (string Name, string? Missing)? Read(StatementSyntax statement, ElementAccessExpressionSyntax entry)
    {
        var (call, name) = statement switch
        {
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { ArgumentList.Arguments: [_, { Expression: DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax named } }] } asked } => (asked, named.Identifier.ValueText),
            LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: InvocationExpressionSyntax given } variable] } => (given, variable.Identifier.ValueText),
            _ => (null, ""),
        };
        if (call is null || StepPair.Target(call) is not var (collection, method) || !StepPair.Same(collection, entry.Expression)
            || call.ArgumentList.Arguments is not [var key, ..] arguments || !StepPair.Same(key.Expression, EntryUpdate.Key(entry)))
            return null;
        return (method, arguments.Count) switch
        {
            ("TryGetValue", 2) or ("GetValueOrDefault", 1) => (name, null),
            ("GetOrAdd" or "GetValueOrDefault", 2) when arguments[1].Expression is LiteralExpressionSyntax literal => (name, literal.ToString()),
            _ => null,
        };
    }

    /// <summary><c>v += x</c>, <c>v++</c>, <c>v = v + x</c>.</summary>
    private static (char Sign, ExpressionSyntax Operand)? Change(ExpressionSyntax change, string name) => change switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Left: IdentifierNameSyntax left } sum when left.Identifier.ValueText == name => ('+', sum.Right),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SubtractAssignmentExpression, Left: IdentifierNameSyntax left } less when left.Identifier.ValueText == name => ('-', less.Right),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax left, Right: BinaryExpressionSyntax { Left: IdentifierNameSyntax old } both } when left.Identifier.ValueText == name && old.Identifier.ValueText == name
            && both.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression => (both.IsKind(SyntaxKind.AddExpression) ? '+' : '-', both.Right),
        PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax operand } step when operand.Identifier.ValueText == name => (step.IsKind(SyntaxKind.PostIncrementExpression) ? '+' : '-', One),
        PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax operand } step when operand.Identifier.ValueText == name && step.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression => (step.IsKind(SyntaxKind.PreIncrementExpression) ? '+' : '-', One),
        _ => null,
    };

    private static LiteralExpressionSyntax One => SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(1));
}
