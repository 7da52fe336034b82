namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>When a running job is stopped.</summary>
/// <param name="Grace">How long a job may take to act on its token.</param>
/// <param name="JobTimeout">How long a job may run at all.</param>
internal sealed record StopRules(TimeSpan Grace, TimeSpan? JobTimeout = null);
