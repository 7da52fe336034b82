using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>An access, and the body that comes to it.</summary>
internal sealed record Use(Summary Summary, Effect Effect);
