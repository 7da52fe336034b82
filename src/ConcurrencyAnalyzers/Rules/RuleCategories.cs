namespace ConcurrencyAnalyzers.Rules;

/// <summary>The categories, which are also configuration keys: never renamed.</summary>
internal static class RuleCategories
{
    public const string Knowledge = "Concurrency.Knowledge";
    public const string SharedState = "Concurrency.SharedState";
    public const string Locks = "Concurrency.Locks";
    public const string Completion = "Concurrency.Completion";
    public const string CpuBound = "Concurrency.CpuBound";
}
