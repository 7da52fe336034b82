using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Collections;

/// <summary>A collection that one thread at a time may use, and the concurrent one that does the same.</summary>
/// <param name="Old">The type's name, in <c>System.Collections.Generic</c>.</param>
/// <param name="New">The name of its twin in <c>System.Collections.Concurrent</c>.</param>
/// <param name="Arity">How many type arguments the twin has.</param>
/// <param name="Methods">What the twin calls each method; <c>+x</c>: with a further argument <c>x</c>.</param>
/// <param name="IsAlike">The twin is used in the same way; false where it is another kind of collection.</param>
internal sealed record CollectionKind(string Old, string New, int Arity, IReadOnlyDictionary<string, string> Methods, bool IsAlike)
{
    private static readonly CollectionKind[] s_kinds =
    [
        new("Dictionary", "ConcurrentDictionary", 2, Map("Add=TryAdd", "TryAdd", "TryGetValue", "ContainsKey", "Clear", "ToArray", "Remove=TryRemove"), IsAlike: true),
        new("HashSet", "ConcurrentDictionary", 2, Map("Add=TryAdd+0", "Contains=ContainsKey", "Clear", "Remove=TryRemove+out _"), IsAlike: false),
        new("Queue", "ConcurrentQueue", 1, Map("Enqueue", "TryDequeue", "TryPeek", "Clear", "ToArray", "Contains"), IsAlike: true),
        new("Stack", "ConcurrentStack", 1, Map("Push", "TryPop", "TryPeek", "Clear", "ToArray", "Contains"), IsAlike: true),
        // A queue keeps the order in which the elements came; a bag would not.
        new("List", "ConcurrentQueue", 1, Map("Add=Enqueue", "Clear", "ToArray", "Contains"), IsAlike: false),
    ];

    public bool IsSet => Old == "HashSet";

    public bool IsDictionary => Old == "Dictionary";

    public static CollectionKind? Of(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsGenericType: true } && type.ContainingNamespace.ToDisplayString() == "System.Collections.Generic"
            ? s_kinds.FirstOrDefault(kind => kind.Old == type.Name)
            : null;

    private static IReadOnlyDictionary<string, string> Map(params string[] entries) =>
        entries.Select(entry => entry.Split('=')).ToDictionary(parts => parts[0], parts => parts[parts.Length - 1]);
}
