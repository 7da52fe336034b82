namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>Who runs an access, in words a reader knows.</summary>
internal sealed record Flow(string Text, Place? Start);
