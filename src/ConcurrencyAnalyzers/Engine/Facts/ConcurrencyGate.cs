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
        "Thread", "Task", "ValueTask", "Parallel", "ThreadPool", "Timer", "PeriodicTimer", "Monitor", "Interlocked", "Volatile", "Lock",
        "SemaphoreSlim", "Semaphore", "Mutex", "ReaderWriterLockSlim", "ReaderWriterLock", "SpinLock", "ManualResetEvent", "ManualResetEventSlim",
        "AutoResetEvent", "CountdownEvent", "Barrier", "AsParallel", "BackgroundService", "IHostedService", "ThreadStatic", "ThreadLocal", "AsyncLocal",
        "MethodImpl", "BackgroundWorker", "FileSystemWatcher", "TaskFactory", "TaskCompletionSource", "LazyInitializer", "ImmutableInterlocked", "Process",
        "WorkerPool", "WorkerProcess", "GuardedBy", "RequiresLock", "ThreadSafe", "ThreadConfined",
    };

    public static bool IsRelevant(SyntaxNode node)
    {
        foreach (var token in node.DescendantTokens())
        {
            switch (token.Kind())
            {
                case SyntaxKind.LockKeyword or SyntaxKind.AsyncKeyword or SyntaxKind.AwaitKeyword or SyntaxKind.VolatileKeyword:
                case SyntaxKind.IdentifierToken when s_words.Contains(token.ValueText):
                    return true;
            }
        }

        return false;
    }

    public static bool IsRelevant(IEnumerable<SyntaxNode> nodes) => nodes.Any(IsRelevant);
}
