using ConcurrencyAnalyzers.Engine.Locks;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>
/// Lock types that no table can list: every code base has an asynchronous lock of its own, or one from a package. They
/// are known by what they are called (<c>AsyncLock</c>, <c>IAsyncReaderWriterLock</c> …) and by what their method hands
/// out: something to dispose.
/// </summary>
internal static class LockNames
{
    private static readonly string[] s_types = ["Lock", "Mutex", "Semaphore", "SemaphoreSlim", "AsyncMonitor", "Locker"];

    private static readonly HashSet<string> s_members = new(StringComparer.Ordinal)
    {
        "Lock", "LockAsync", "Enter", "EnterAsync", "EnterScope", "EnterLock", "EnterLockAsync", "Acquire", "AcquireAsync", "AcquireLock", "AcquireLockAsync", "GetLock", "GetLockAsync", "TakeLock", "TakeLockAsync",
        "ReaderLock", "ReaderLockAsync", "WriterLock", "WriterLockAsync", "UpgradeableReaderLock", "ReadLock", "ReadLockAsync", "WriteLock", "WriteLockAsync", "EnterReadLock", "EnterWriteLock",
        "EnterReadLockAsync", "EnterWriteLockAsync", "AcquireReadLock", "AcquireWriteLock", "AcquireReadLockAsync", "AcquireWriteLockAsync", "UpgradeableReadLockAsync",
    };

    /// <summary>How a call that returns a scope holds the lock; null where it is no such call.</summary>
    public static LockMode? ModeOf(ITypeSymbol? owner, IMethodSymbol method)
    {
        if (owner is null || !s_members.Contains(method.Name) || !IsLock(owner.Name) || !HandsOutScope(method.ReturnType))
            return null;
        return method.Name.Contains("Upgradeable") ? LockMode.Upgradeable : method.Name.Contains("Read") ? LockMode.Shared : LockMode.Exclusive;
    }

    /// <summary>A lock per key: told by an argument that is neither a token nor a time.</summary>
    public static bool IsKeyed(IMethodSymbol method) => method.Parameters.Any(static parameter =>
        parameter is { IsOptional: false, Type: { Name: not ("CancellationToken" or "TimeSpan"), SpecialType: not (SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Boolean) } });

    private static bool IsLock(string typeName) => Array.Exists(s_types, name => typeName.EndsWith(name, StringComparison.Ordinal));

    private static bool HandsOutScope(ITypeSymbol type)
    {
        if (SymbolFacts.IsAwaitable(type) || type is INamedTypeSymbol { Name: "AwaitableDisposable", IsGenericType: true })
            return type is INamedTypeSymbol { TypeArguments: [var result] } && HandsOutScope(result);
        return type.SpecialType == SpecialType.System_IDisposable || type.Name is "IAsyncDisposable"
            || type.AllInterfaces.Any(static candidate => candidate.SpecialType == SpecialType.System_IDisposable || candidate.Name == "IAsyncDisposable")
            || type is { IsRefLikeType: true };
    }
}
