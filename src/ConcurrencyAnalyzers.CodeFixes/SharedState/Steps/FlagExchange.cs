using ConcurrencyAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>
/// A flag that is tested and then set: <c>if (_started == 1) return; _started = 1;</c> becomes
/// <c>if (Interlocked.Exchange(ref _started, 1) == 1) return;</c>, and of all threads one gets through.
/// </summary>
internal static class FlagExchange
{
    public static EditScript? Plan(StepPair pair)
    {
        if (AtomicChange.Of(pair) is not { Stored: { } stored } change || AtomicChange.HasOwnEquality(change.Type) || change.Read.Parent is not BinaryExpressionSyntax { Parent: IfStatementSyntax { Else: null } choice } test || choice.Condition != test
            || test.Left != change.Read || test.Kind() is not (SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression) || !StepPair.IsStable(test.Right) || change.Reads(test.Right).Count > 0)
            return null;

        // The test lets through where the change follows: inside, or behind a branch that leaves.
        var isInside = choice.Statement is BlockSyntax { Statements: { Count: > 1 } inner } && inner[0] == change.Statement;
        if (!isInside && !(RetryLoop.Follows(choice, change.Statement) && RetryLoop.AlwaysLeaves(choice.Statement)))
            return null;
        var throughIfEqual = test.IsKind(SyntaxKind.EqualsExpression) == isInside;
        var isSame = StepPair.Same(stored, test.Right) || IsSameConstant(pair.Source, stored, test.Right);
        if (throughIfEqual == isSame || !throughIfEqual && !isSame)
            return null;

        var script = new EditScript(pair.Source, "Test and set in one step");
        var interlocked = Usings.Name(script, change.Read.SpanStart, "System.Threading", "Interlocked");
        script.Replace(change.Read.Span, throughIfEqual
            ? $"{interlocked}.CompareExchange(ref {change.Variable}, {stored}, {test.Right})"
            : $"{interlocked}.Exchange(ref {change.Variable}, {stored})");
        return !pair.HasComments(change.Statement) && AtomicSteps.RemoveLine(script, change.Statement, change.Read) ? script : null;
    }

    private static bool IsSameConstant(SourceView source, ExpressionSyntax left, ExpressionSyntax right) =>
        source.Model.GetConstantValue(left) is { HasValue: true, Value: { } one } && source.Model.GetConstantValue(right) is { HasValue: true, Value: { } other } && one.Equals(other);
}
