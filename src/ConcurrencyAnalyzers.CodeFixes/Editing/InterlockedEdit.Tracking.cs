using ConcurrencyAnalyzers.CodeFixes.Editing.Reductions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>Highest and lowest values, and results of operations that yield the old value.</summary>
internal sealed partial class InterlockedEdit
{
    private readonly HashSet<SyntaxNode> _tracked = [];

    /// <summary><c>if (value > _max) _max = value;</c>: tried again as long as the value is above what others have stored meanwhile.</summary>
    private bool Track(ExpressionSyntax target, ITypeSymbol type, ISymbol symbol)
    {
        if (target.Parent is not BinaryExpressionSyntax { Parent: IfStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } check } comparison || check.Condition != comparison
            || check.Else is not null || Reduction.OfComparison(_source.Model, check, comparison, target, symbol) is null
            || !_source.Layout.OwnLines(check, check) || !Has("Add", type) || _source.NameOf(type, check.SpanStart) is not { } typeName)
            return false;

        var isLeft = comparison.Left == target;
        var value = isLeft ? comparison.Right : comparison.Left;
        if (!ConvertsTo(value, type) || check.DescendantTrivia().Any(trivia => check.Span.Contains(trivia.Span) && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)))
            return false;

        var name = GateNames.ForLocal(check, "seen", _names);
        _names.Add(name);
        var layout = _source.Layout;
        var indent = layout.IndentAt(check.SpanStart);
        var test = isLeft ? name + " " + comparison.OperatorToken.Text + " " + value : value + " " + comparison.OperatorToken.Text + " " + name;
        _script.Replace(check.Span,
            typeName + " " + name + ";" + layout.NewLine + indent
            + layout.Open("do", indent) + name + " = " + Current(check, target) + ";" + layout.Close(indent) + layout.NewLine + indent
            + "while (" + test + " && " + Interlocked(check) + ".CompareExchange(ref " + target + ", " + value + ", " + name + ") != " + name + ");");
        MarkDone(check);
        _tracked.UnionWith(_accesses.Select(access => access.Reference).Where(reference => check.Span.Contains(reference.Span)));
        return true;
    }

    /// <summary>The operation yields the old value, the operator the new one: <c>(Interlocked.Or(ref _flags, bit) | bit)</c>.</summary>
    private void AndAgain(AssignmentExpressionSyntax assignment, ExpressionSyntax target, AtomicOperation operation)
    {
        var sign = operation.Kind == AtomicOperationKind.Or ? " | " : " & ";
        var (open, close) = ValueUse.NeedsParentheses(assignment) ? ("(", ")") : ("", "");
        _script.Insert(assignment.SpanStart, open + Interlocked(assignment) + "." + operation.Kind + "(ref ");
        _script.Replace(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(target.Span.End, assignment.OperatorToken.Span.End), ",");
        _script.Insert(assignment.Span.End, ")" + sign + operation.Operand + close);
    }

    /// <summary>A volatile field is read as such already; passing it by reference would only bring a warning.</summary>
    private string Current(SyntaxNode place, ExpressionSyntax target) =>
        _source.Model.GetSymbolInfo(target).Symbol is IFieldSymbol { IsVolatile: true } ? target.ToString() : Volatile(place) + ".Read(ref " + target + ")";

    /// <summary>Each change is a whole step, and code that changes the state looks at it in no other way.</summary>
    private bool IsSettled() => _accesses.Where(access => !_tracked.Contains(access.Reference)).GroupBy(access => access.Body)
        .All(body => body.All(access => !access.Writes) && !_tracked.Any(tracked => StateAccess.BodyOf(tracked) == body.Key)
            || body.All(access => access is { Writes: true, Reads: true } && access.Reference.Parent is ExpressionSyntax step && ValueUse.IsUnused(_source.Model, step)));
}
