using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>
/// Lock types without a body to look into: of another project of the solution, of a package, behind an interface. They are known
/// by members that belong together: <c>WriteLock</c> and <c>WriteUnlock</c>, <c>EnterLock</c> and <c>ExitLock</c>,
/// <c>AcquireLock</c> and <c>ReleaseLock</c>, and those that try. The table of knowledge says what the shapes do.
/// </summary>
internal static class LockPairs
{
    private const string Shape = "shape.Lock.";

    /// <summary>How the member that takes a lock is called, and the one that gives it back, up to what both have in common.</summary>
    private static readonly (string Enter, string Exit)[] s_prefixes = [("Enter", "Exit"), ("Enter", "Leave"), ("Acquire", "Release"), ("Lock", "Unlock"), ("Take", "Release"), ("Take", "Give")];

    /// <summary>The key of what such a member does; null for other members.</summary>
    public static string? KeyOf(IMethodSymbol method)
    {
        if (method is not { IsStatic: false, MethodKind: MethodKind.Ordinary, ContainingType: { } owner } || method.Name.IndexOf("ock", StringComparison.Ordinal) < 0 && !owner.Name.EndsWith("Lock", StringComparison.Ordinal)
            || owner.ContainingNamespace is { Name: "Threading" or "IO", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } || LockNames.IsKeyed(method) || Result(method) is not { } result)
            return null;
        var name = Plain(method.Name);
        var isShared = name.Contains("Read") || name.Contains("Shared");
        if (result == SpecialType.System_Void && Entrances(name).Any(enter => Has(owner, enter)))
            return Shape + "Exit" + (isShared ? "Shared" : "");
        var tries = result == SpecialType.System_Boolean;
        var entered = name.StartsWith("Try", StringComparison.Ordinal) ? name.Substring(3) : name;
        return tries == (entered.Length < name.Length) && Exits(entered).Any(exit => Has(owner, exit)) ? Shape + (tries ? "Try" : "Enter") + (isShared ? "Shared" : "") : null;
    }

    /// <summary>Whether some member takes the object as a lock, and another gives it back.</summary>
    public static bool IsLock(ITypeSymbol type) => type.AllInterfaces.Prepend(type).SelectMany(static part => part.GetMembers()).OfType<IMethodSymbol>().Any(static member => KeyOf(member) is not null);

    private static IEnumerable<string> Exits(string enter)
    {
        if (enter.EndsWith("Lock", StringComparison.Ordinal))
            yield return enter.Substring(0, enter.Length - 4) + "Unlock";
        foreach (var pair in s_prefixes)
            if (enter.StartsWith(pair.Enter, StringComparison.Ordinal))
                yield return pair.Exit + enter.Substring(pair.Enter.Length);
    }

    private static IEnumerable<string> Entrances(string exit)
    {
        if (exit.EndsWith("Unlock", StringComparison.Ordinal))
            yield return exit.Substring(0, exit.Length - 6) + "Lock";
        foreach (var pair in s_prefixes)
            if (exit.StartsWith(pair.Exit, StringComparison.Ordinal))
                yield return pair.Enter + exit.Substring(pair.Exit.Length);
    }

    private static bool Has(INamedTypeSymbol owner, string name) => owner.AllInterfaces.Prepend(owner).Any(type => Named(type, name) || Named(type, name + "Async"));

    private static bool Named(INamedTypeSymbol type, string name) => type.GetMembers(name).Any(static member => member is IMethodSymbol { IsStatic: false });

    private static string Plain(string name) => name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;

    /// <summary>Nothing, or whether it has been taken; null for members that give something else.</summary>
    private static SpecialType? Result(IMethodSymbol method) => method.ReturnType switch
    {
        { SpecialType: SpecialType.System_Void or SpecialType.System_Boolean } plain => plain.SpecialType,
        INamedTypeSymbol { Arity: 0 } task when SymbolFacts.IsAwaitable(task) => SpecialType.System_Void,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] } task when SymbolFacts.IsAwaitable(task) => SpecialType.System_Boolean,
        _ => null,
    };
}
