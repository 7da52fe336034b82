using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.Engine.Atomicity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>Steps of which the second one is a CompareExchange, or can be one without a loop.</summary>
internal static class Renewal
{
    public static EditScript? Plan(StepPair pair) => pair.Harm == StepHarm.TwoObjects ? ReplaceSeen(pair) : ComputeInside(pair);

    /// <summary>
    /// <c>if (_task.IsCompleted) _task = New();</c> becomes <c>var seen = _task; if (seen.IsCompleted) Interlocked.CompareExchange(ref _task, New(), seen);</c>:
    /// who comes second leaves the new one alone, and nobody knows of his own.
    /// </summary>
    private static EditScript? ReplaceSeen(StepPair pair)
    {
        if (AtomicChange.Of(pair) is not { Change: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } change, Type.IsReferenceType: true } step || pair.HasComments(step.Statement) || step.Reads(change.Right).Count > 0
            || IsUsedLater(step, change.Right) || HasToBeEnded(pair.Source.Model.GetTypeInfo(change.Right).Type))
            return null;
        var (source, layout) = (pair.Source, pair.Source.Layout);
        var script = new EditScript(source, "Replace only what was looked at");
        var interlocked = Usings.Name(script, change.SpanStart, "System.Threading", "Interlocked");
        if (step.Read.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax own })
        {
            if (StateAccess.BodyOf(own)!.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == own.Identifier.ValueText && QueryMerge.IsChanged(name)))
                return null;
            script.Replace(change.Span, $"{interlocked}.CompareExchange(ref {step.Variable}, {change.Right}, {own.Identifier.Text})");
            return script;
        }

        if (step.Read.FirstAncestorOrSelf<StatementSyntax>() is not IfStatementSyntax { Else: null, Parent: BlockSyntax } choice || !choice.Condition.Span.Contains(step.Read.Span) || !choice.Statement.Span.Contains(change.Span)
            || step.Reads(choice.Condition).Count != 1 || !layout.StartsLine(choice.SpanStart))
            return null;
        var seen = GateNames.ForLocal(choice, "seen");
        Placement.Before(script, choice, $"var {seen} = {step.Read};");
        script.Replace(step.Read.Span, seen);
        script.Replace(change.Span, $"{interlocked}.CompareExchange(ref {step.Variable}, {change.Right}, {seen})");
        return script;
    }

    /// <summary>Code behind the change that goes on with the new object would have one that nobody else has.</summary>
    private static bool IsUsedLater(AtomicChange step, ExpressionSyntax value) => !StepPair.IsStable(value)
        ? value is not BaseObjectCreationExpressionSyntax && (value is not InvocationExpressionSyntax || Work.IsForeignIn(step.Source.Model, value))
        : value is not IdentifierNameSyntax made || StateAccess.BodyOf(value)!.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == made.Identifier.ValueText && name != made && (name.SpanStart > step.Statement.Span.End || name.Parent is not MemberAccessExpressionSyntax member || member.Expression != name));

    /// <summary>A timer or a file that nobody has would go on; a source of cancellation is nothing but memory.</summary>
    private static bool HasToBeEnded(ITypeSymbol? made) => made is null || made.Name != "CancellationTokenSource" && made.AllInterfaces.Append(made).Any(static part => part.SpecialType == SpecialType.System_IDisposable || part.Name == "IAsyncDisposable");

    /// <summary>
    /// <c>var sum = _n + x; do { seen = _n; } while (Interlocked.CompareExchange(ref _n, sum, seen) != seen);</c>: the new value is made of
    /// what was seen in the same turn.
    /// </summary>
    private static EditScript? ComputeInside(StepPair pair)
    {
        if (pair.Gap != Gap.Steps || pair.Check is not { } check || AtomicChange.Whole(check) is var read && read.FirstAncestorOrSelf<StatementSyntax>() is not LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value } sum] } declaration
            || AtomicChange.Whole(pair.Act) is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var variable }, { Expression: IdentifierNameSyntax stored }, { Expression: IdentifierNameSyntax compared }] } exchange
            || StepPair.Target(exchange) is not (_, "CompareExchange") || stored.Identifier.ValueText != sum.Identifier.ValueText || exchange.FirstAncestorOrSelf<DoStatementSyntax>() is not { } loop || loop.Parent != declaration.Parent
            || !StepPair.Same(read is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var looked }] } ? looked : read, variable) || !AtomicChange.IsRepeatable(value, pair.Source.Model, part => part == read) || AnyChanges(value, read, loop)
            || StateAccess.BodyOf(loop)!.DescendantNodes().OfType<IdentifierNameSyntax>().Count(name => name.Identifier.ValueText == sum.Identifier.ValueText) != 1 || pair.HasComments(declaration))
            return null;
        var script = new EditScript(pair.Source, "Compute it from what the turn has seen");
        script.Replace(stored.Span, value.ReplaceNode(read, SyntaxFactory.IdentifierName(compared.Identifier.Text).WithTriviaFrom(read)).ToString());
        return AtomicSteps.RemoveLine(script, declaration, stored) ? script : null;
    }

    /// <summary>Whether the loop puts something else into what the value is made of, beside what is read anew.</summary>
    private static bool AnyChanges(ExpressionSyntax value, ExpressionSyntax read, DoStatementSyntax loop)
    {
        var names = new HashSet<string>(value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => !read.Span.Contains(name.Span)).Select(static name => name.Identifier.ValueText));
        return loop.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText) && QueryMerge.IsChanged(name));
    }
}
