namespace ConcurrencyAnalyzers.Rules;

/// <summary>Says why a rule has no fix; a test demands one or the other.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NoCodeFixAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}
