using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Types whose values stand for work that goes on elsewhere: awaitables, threads, processes, and collections of them.</summary>
internal static class HandleTypes
{
    public static bool IsHandle(ITypeSymbol? type) => IsHandle(type, 0);

    private static bool IsHandle(ITypeSymbol? type, int depth) => type switch
    {
        null => false,
        IArrayTypeSymbol array => IsHandle(array.ElementType, depth),
        INamedTypeSymbol { Name: "Thread", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } => true,
        INamedTypeSymbol { Name: "Process", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace.Name: "System" } } => true,
        INamedTypeSymbol { IsGenericType: true, TypeKind: not TypeKind.Delegate } named when !SymbolFacts.IsAwaitable(type) =>
            depth < 3 && named.TypeArguments.Any(argument => IsHandle(argument, depth + 1)),
        _ => SymbolFacts.IsAwaitable(type),
    };
}
