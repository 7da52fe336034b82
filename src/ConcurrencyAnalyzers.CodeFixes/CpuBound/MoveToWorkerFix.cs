using System.Composition;
using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.CpuBound;

/// <summary>
/// CONC4001: moves heavy work from the thread pool to a worker process: <c>Task.Run(() =&gt; Count(n))</c> becomes
/// <c>WorkerPool.Shared.RunAsync(Count, n)</c>. Offered where the project references the workers, and the work needs
/// nothing of this process and leaves nothing in it but its result.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveToWorkerFix)), Shared]
public sealed class MoveToWorkerFix : ConcurrencyCodeFix
{
    private const string Space = "ConcurrencyAnalyzers.Workers";

    public MoveToWorkerFix()
        : base("CONC4001")
    {
    }

    private protected override IEnumerable<EditScript> Scripts(SourceView source, Finding finding, string? key, CancellationToken cancellationToken)
    {
        if (!source.Targets.HaveType(Space + ".WorkerPool") || finding.Span.IsEmpty || finding.Span.End > source.Root.FullSpan.End)
            yield break;

        var call = source.Root.FindNode(finding.Span, getInnermostNodeForTie: true).AncestorsAndSelf().OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(candidate => candidate.Span == finding.Span || candidate.Expression.Span.Contains(finding.Span));
        if (call is not null && Move(source, call) is { } script)
            yield return script;
    }

    private static EditScript? Move(SourceView source, InvocationExpressionSyntax call)
    {
        if (source.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol { ReturnType: INamedTypeSymbol { Name: "Task", Arity: 1 } } method
            || method is not ({ Name: "Run", ContainingType.Name: "Task" } or { Name: "StartNew", ContainingType.Name: "TaskFactory" })
            || TokenOf(source, call) is not { } token)
            return null;

        var script = new EditScript(source, "Move the work to a worker process");
        switch (call.ArgumentList.Arguments[0].Expression)
        {
            case LambdaExpressionSyntax { ExpressionBody: InvocationExpressionSyntax inner } lambda when lambda.AsyncKeyword.RawKind == 0 && NoComments(lambda):
                return MoveCall(script, call, inner, token) ? script : null;
            case LambdaExpressionSyntax { Block.Statements: { Count: 1 } statements } lambda
                when lambda.AsyncKeyword.RawKind == 0 && statements[0] is ReturnStatementSyntax { Expression: InvocationExpressionSyntax inner } && NoComments(lambda):
                return MoveCall(script, call, inner, token) ? script : null;
            case LambdaExpressionSyntax { Block: { } block } lambda when lambda.AsyncKeyword.RawKind == 0:
                return WorkExtraction.Extract(script, call, lambda, block) is { } extracted && Write(script, call, extracted, token) ? script : null;
            case SimpleNameSyntax or MemberAccessExpressionSyntax:
                var group = call.ArgumentList.Arguments[0].Expression;
                return source.Model.GetSymbolInfo(group).Symbol is IMethodSymbol target && CanMove(source, target)
                    && Write(script, call, group.ToString(), token) ? script : null;
            default:
                return null;
        }
    }

    /// <summary>A call of a static method whose arguments say all it needs.</summary>
    private static bool MoveCall(EditScript script, InvocationExpressionSyntax call, InvocationExpressionSyntax inner, string token)
    {
        var source = script.Source;
        var arguments = inner.ArgumentList.Arguments;
        if (source.Model.GetSymbolInfo(inner).Symbol is not IMethodSymbol target || !CanMove(source, target) || arguments.Count != target.Parameters.Length
            || inner.Expression is not (SimpleNameSyntax or MemberAccessExpressionSyntax))
            return false;

        var written = inner.Expression.ToString();
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (argument.NameColon is not null || argument.RefKindKeyword.RawKind != 0 || !IsPlain(source, argument.Expression))
                return false;

            // The delegate's type is inferred from the arguments, so they have to be of the parameters' own types.
            var wanted = target.Parameters[index].Type;
            var same = SymbolEqualityComparer.Default.Equals(source.Model.GetTypeInfo(argument.Expression).Type, wanted);
            if (!same && source.NameOf(wanted, call.SpanStart) is not { } type)
                return false;
            else
                written += ", " + (same ? argument.Expression.ToString()
                    : $"({source.NameOf(wanted, call.SpanStart)})" + (ValueUse.IsPrimary(argument.Expression) ? argument.Expression.ToString() : $"({argument.Expression})"));
        }

        return Write(script, call, written, token);
    }

    private static bool Write(EditScript script, InvocationExpressionSyntax call, string arguments, string token)
    {
        var pool = Usings.Name(script, call.SpanStart, Space, "WorkerPool");
        script.Replace(TextSpan.FromBounds(call.SpanStart, call.Span.End), pool + ".Shared.RunAsync(" + arguments + token + ")");
        return true;
    }

    private static bool CanMove(SourceView source, IMethodSymbol target) =>
        target is { IsStatic: true, IsGenericMethod: false, IsAsync: false, ReturnsVoid: false, ReturnsByRef: false, ReturnsByRefReadonly: false, MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction }
        && !target.ContainingType.IsGenericType
        && target.Parameters.All(parameter => parameter.RefKind == RefKind.None && !parameter.IsParams && Travels.Whole(parameter.Type))
        && Travels.Whole(target.ReturnType)
        && new WorkerSafety(source.Model.Compilation).IsSafe(target);

    /// <summary>Arguments are evaluated now instead of on the pool: nothing that takes time or has effects.</summary>
    private static bool IsPlain(SourceView source, ExpressionSyntax expression) => !expression.DescendantNodesAndSelf().Any(node =>
        node is InvocationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax or BaseObjectCreationExpressionSyntax or AnonymousFunctionExpressionSyntax
        || node.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostDecrementExpression)
        && source.Model.GetTypeInfo(expression).Type is not null;

    /// <summary>The cancellation token goes along; other arguments say how the pool should run the work, and have no meaning any more.</summary>
    private static string? TokenOf(SourceView source, InvocationExpressionSyntax call)
    {
        var token = "";
        foreach (var argument in call.ArgumentList.Arguments.Skip(1))
        {
            switch (source.Model.GetTypeInfo(argument.Expression).Type?.ToDisplayString())
            {
                case "System.Threading.CancellationToken":
                    token = ", " + argument.Expression;
                    break;
                case "System.Threading.Tasks.TaskCreationOptions" or "System.Threading.Tasks.TaskScheduler" when argument.Expression is MemberAccessExpressionSyntax
                    { Name.Identifier.ValueText: "LongRunning" or "None" or "DenyChildAttach" or "Default" }:
                    break;
                default:
                    return null;
            }
        }

        return token;
    }

    private static bool NoComments(SyntaxNode node) => !node.DescendantTrivia().Any(trivia =>
        node.Span.Contains(trivia.Span) && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia));
}
