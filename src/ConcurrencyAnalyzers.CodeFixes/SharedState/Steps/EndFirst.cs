using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>
/// A value that is used while it is still being made, where nothing waits: a wait is put before the use, or what is to be ready before
/// the start is set before it.
/// </summary>
internal static class EndFirst
{
    public static EditScript? Plan(SourceView source, Finding finding)
    {
        foreach (var span in finding.Accesses)
        {
            if (span.IsEmpty || span.End > source.Root.FullSpan.End || source.Root.FindNode(span).FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } use
                || use.Ancestors().Any(static node => node is LockStatementSyntax))
                continue;
            var list = StatementList.Around(use);
            var before = list.TakeWhile(statement => statement != use).ToArray();
            if (Join(source, finding, use, before) is { } joined)
                return joined;
            if (WaitForCallback(source, finding, use, before) is { } waited)
                return waited;
            if (before.Length > 0 && SetBefore(source, use, before[before.Length - 1]) is { } set)
                return set;
        }

        return null;
    }

    /// <summary><c>worker.Start(); return _sum;</c>, and nobody ever joins: the thread is joined before the result is read.</summary>
    private static EditScript? Join(SourceView source, Finding finding, StatementSyntax read, StatementSyntax[] before)
    {
        foreach (var started in before)
        {
            if (started is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax handle, Name.Identifier.ValueText: "Start" } } call }
                || source.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol { ContainingType: { Name: "Thread", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } }
                || !WaitFirst.Runs(source, handle, finding.Accesses.Where(access => !read.Span.Contains(access))) || WaitFirst.StartedCode(source, handle).Any(code => MayGoOn(source, code))
                || GateNames.ScopeOf(read).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == handle.Identifier.ValueText && name.SpanStart > call.Span.End))
                continue;
            var script = new EditScript(source, $"Join '{handle.Identifier.ValueText}' before it is read");
            Placement.Before(script, read, handle.Identifier.Text + ".Join();");
            return script;
        }

        return null;
    }

    /// <summary>It turns until somebody tells it to stop, or waits: who joins it before he does what it waits for waits for ever.</summary>
    private static bool MayGoOn(SourceView source, SyntaxNode code) =>
        code.DescendantNodes().Any(node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax { Condition: null } || Work.IsForbidden(source.Model, node));

    /// <summary><c>Unregister</c> takes a callback away that has not begun; <c>Dispose</c> also waits for one that has.</summary>
    private static EditScript? WaitForCallback(SourceView source, Finding finding, StatementSyntax read, StatementSyntax[] before)
    {
        foreach (var statement in before)
        {
            if (statement is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax handle, Name: { Identifier.ValueText: "Unregister" } name } } call }
                || !WaitFirst.Runs(source, handle, finding.Accesses.Where(access => !read.Span.Contains(access)))
                || source.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol { ContainingType.Name: "CancellationTokenRegistration" })
                continue;
            var script = new EditScript(source, "Wait for a callback that has begun: 'Dispose'");
            script.Replace(name.Span, "Dispose");
            return script;
        }

        return null;
    }

    /// <summary><c>_thread.Start(); _limit = n * 2;</c>: what the thread reads is set first, unless the value may come from the thread, or from what the start does.</summary>
    private static EditScript? SetBefore(SourceView source, StatementSyntax use, StatementSyntax start)
    {
        if (use is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } set } || StateAccess.BodyOf(use) is ConstructorDeclarationSyntax || start is not ExpressionStatementSyntax { Expression: var begun }
            || Work.IsForeignIn(source.Model, set) || set.Right.DescendantNodesAndSelf().Any(node => IsStep(source, node)))
            return null;
        var kept = begun is AssignmentExpressionSyntax { Left: var target } ? target : null;
        if ((kept is null ? begun : ((AssignmentExpressionSyntax)begun).Right) is not InvocationExpressionSyntax call || !IsStart(source.Model.GetSymbolInfo(call).Symbol)
            || kept is not null && set.DescendantNodes().OfType<ExpressionSyntax>().Any(part => StepPair.Same(part, kept)) || start.DescendantNodes().OfType<ExpressionSyntax>().Any(part => StepPair.Same(part, set.Left))
            || call.Expression is MemberAccessExpressionSyntax { Expression: var handle, Name.Identifier.ValueText: "Start" } && set.DescendantNodes().OfType<ExpressionSyntax>().Any(part => StepPair.Same(part, handle)))
            return null;
        var script = new EditScript(source, "Set it before the start");
        return Placement.MoveBehind(script, start, use) ? script : null;
    }

    /// <summary>It changes something, or takes something out that somebody has to put in.</summary>
    private static bool IsStep(SourceView source, SyntaxNode node) => node is AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression }
        || node.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression
        || node is InvocationExpressionSyntax && source.Model.GetSymbolInfo(node).Symbol is IMethodSymbol { ContainingNamespace: { Name: "Concurrent", ContainingNamespace.Name: "Collections" } };

    private static bool IsStart(ISymbol? called) => called is IMethodSymbol { ContainingType: { } type } && type.ContainingNamespace?.ToDisplayString() is "System.Threading" or "System.Threading.Tasks"
        && (type.Name, called.Name) is ("Thread", "Start") or ("Task", "Run" or "Start") or ("TaskFactory", "StartNew");
}
