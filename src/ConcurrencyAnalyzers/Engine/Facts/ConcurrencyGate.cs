using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>
/// The cheapest question of all: does this code mention concurrency? Looks at tokens only. Code that the gate lets
/// through is read; other code is read only when what was let through calls it.
/// </summary>
internal static class ConcurrencyGate
{
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        "Thread", "Task", "ValueTask", "Timer", "PeriodicTimer", "Lock",
        "SemaphoreSlim", "Semaphore", "Mutex", "ReaderWriterLockSlim", "ReaderWriterLock", "SpinLock", "ManualResetEvent", "ManualResetEventSlim",
        "AutoResetEvent", "CountdownEvent", "Barrier", "AsParallel", "BackgroundService", "IHostedService", "ThreadStatic", "ThreadLocal", "AsyncLocal",
        "Synchronized", "BackgroundWorker", "FileSystemWatcher", "TaskFactory", "TaskCompletionSource", "LazyInitializer", "Lazy", "ImmutableInterlocked", "Process",
        "ConcurrentDictionary", "ConcurrentQueue", "ConcurrentStack", "ConcurrentBag", "BlockingCollection", "WorkerPool", "WorkerProcess",
        "GuardedBy", "RequiresLock", "MustHold", "ThreadSafe", "ThreadConfined", "Immutable",
    };

    /// <summary>Classes that nobody has an object of: a member of theirs follows. An attribute or method of that name is something else.</summary>
    private static readonly HashSet<string> s_statics = new(StringComparer.Ordinal) { "Parallel", "ThreadPool", "Monitor", "Interlocked", "Volatile" };

    private static readonly WordSet s_wordSet = new(s_words.Concat(s_statics).Concat(["lock", "async", "await", "volatile"]));

    /// <summary>Whether anything in the tree can be relevant; asked first, because it costs next to nothing.</summary>
    public static bool MayBeRelevant(TreeWords words, KnowledgeBase knowledge) =>
        words.HasAsyncName || words.HasTilde || words.MayMention(s_wordSet) || words.MayMention(knowledge.GateWordSet);

    public static bool IsRelevant(SyntaxNode node, KnowledgeBase knowledge)
    {
        foreach (var token in node.DescendantTokens())
        {
            switch (token.Kind())
            {
                case SyntaxKind.LockKeyword or SyntaxKind.AsyncKeyword or SyntaxKind.AwaitKeyword or SyntaxKind.VolatileKeyword:
                case SyntaxKind.IdentifierToken when s_words.Contains(token.ValueText) || token.ValueText.EndsWith("Async", StringComparison.Ordinal) || knowledge.IsGateWord(token.ValueText) || knowledge.Words.Contains(token.ValueText):
                case SyntaxKind.IdentifierToken when s_statics.Contains(token.ValueText) && token.GetNextToken().IsKind(SyntaxKind.DotToken):
                case SyntaxKind.TildeToken when token.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.DestructorDeclarationSyntax:
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a handler may be subscribed here: whoever raises the event decides on which thread it runs.</summary>
    public static bool Subscribes(SyntaxNode member)
    {
        foreach (var token in member.DescendantTokens())
            if (token.IsKind(SyntaxKind.PlusEqualsToken) && token.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.AssignmentExpressionSyntax { Right: { } right }
                && right is Microsoft.CodeAnalysis.CSharp.Syntax.AnonymousFunctionExpressionSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.IdentifierNameSyntax
                && (right is not Microsoft.CodeAnalysis.CSharp.Syntax.IdentifierNameSyntax { Identifier.ValueText: var name } || char.IsUpper(name[0])))
                return true;
        return false;
    }

    public static bool Mentions(SyntaxNode node, HashSet<string> names) =>
        node.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText));

    /// <summary>Whether the member that begins at the position mentions one of the names.</summary>
    public static bool Mentions(SyntaxToken first, int position, HashSet<string> names)
    {
        for (var node = first.Parent; node is not null && node.SpanStart == position; node = node.Parent)
            if (node is Microsoft.CodeAnalysis.CSharp.Syntax.BaseMethodDeclarationSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.AccessorDeclarationSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.BasePropertyDeclarationSyntax)
                return Mentions(node, names);
        return false;
    }
}
