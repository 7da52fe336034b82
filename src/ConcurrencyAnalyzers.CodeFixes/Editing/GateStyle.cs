using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.Engine.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>How a gate is taken.</summary>
internal enum GateStyle
{
    Monitor,
    Semaphore,
    ReaderWriter,
    Mutex,
}

/// <summary>What is written to take a gate and to give it back.</summary>
internal static class GateStyles
{
    /// <summary>The style that goes with the gate's type; null for what must not be taken like that, or not from here.</summary>
    public static GateStyle? Of(ITypeSymbol type)
    {
        if (!type.IsReferenceType)
            return null;

        // A lock of another project: how its members are called is its own affair.
        if (LockPairs.IsLock(type))
            return null;

        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.ContainingNamespace?.ToDisplayString() != "System.Threading")
                continue;
            switch (candidate.Name)
            {
                case "SemaphoreSlim":
                    return GateStyle.Semaphore;
                case "ReaderWriterLockSlim":
                    return GateStyle.ReaderWriter;
                case "Mutex":
                    return GateStyle.Mutex;
                case "ReaderWriterLock" or "WaitHandle":
                    return null;
            }
        }

        return GateStyle.Monitor;
    }

    /// <param name="gate">The gate as it is written in the body.</param>
    /// <param name="body">The code that takes it: where that can await, it does.</param>
    /// <param name="writes">A reader-writer lock is taken by readers and writers in different ways.</param>
    public static Region Around(this GateStyle style, string gate, SyntaxNode? body, bool writes)
    {
        switch (style)
        {
            case GateStyle.Semaphore:
                return Region.Try(IsAsync(body) ? "await " + gate + ".WaitAsync()" + Configured(body!) + ";" : gate + ".Wait();", gate + ".Release();");
            case GateStyle.ReaderWriter:
                var mode = writes ? "Write" : "Read";
                return Region.Try(gate + ".Enter" + mode + "Lock();", gate + ".Exit" + mode + "Lock();");
            case GateStyle.Mutex:
                return Region.Try(gate + ".WaitOne();", gate + ".ReleaseMutex();");
            default:
                return Region.Lock(gate);
        }
    }

    public static bool IsAsync(SyntaxNode? body) => body switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
        CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().Any(statement => Work.Own(statement).Any(node => node is AwaitExpressionSyntax)),
        _ => false,
    };

    /// <summary>Whether the statement ends by giving the gate back.</summary>
    public static bool IsGivenBack(TryStatementSyntax statement, string gate) =>
        statement.Finally is { } clause && clause.Block.Statements.OfType<ExpressionStatementSyntax>().Any(last =>
            last.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member }
            && IsRelease(name) && Bare(member.Expression) == Bare(gate));

    public static bool IsTake(string method) => method is "Wait" or "WaitAsync" or "WaitOne" or "EnterReadLock" or "EnterWriteLock" or "EnterUpgradeableReadLock"
        or "TryEnterReadLock" or "TryEnterWriteLock" or "TryEnterUpgradeableReadLock";

    private static bool IsRelease(string method) => method is "Release" or "ReleaseMutex" or "ExitReadLock" or "ExitWriteLock" or "ExitUpgradeableReadLock";

    private static string Bare(object gate)
    {
        var text = gate.ToString();
        return text.StartsWith("this.", StringComparison.Ordinal) ? text.Substring(5) : text;
    }

    private static string Configured(SyntaxNode body) =>
        body.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == "ConfigureAwait") ? ".ConfigureAwait(false)" : "";
}
