namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>When a running job is stopped.</summary>
/// <param name="Grace">How long a job may take to act on its token.</param>
/// <param name="Time">The clock of all limits.</param>
internal sealed record StopRules(TimeSpan Grace, TimeProvider Time);
