namespace ConcurrencyAnalyzers.CodeFixes.Infrastructure;

/// <summary>One code action: its constant equivalence key and its title, an imperative.</summary>
internal sealed record FixChoice(string Key, string Title);
