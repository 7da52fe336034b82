using ConcurrencyAnalyzers.Engine.Atomicity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Rules.SharedState;

/// <summary>CONC1004: a check and the act that depends on it are two steps.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CheckThenAct() : StepRule(s_descriptor)
{
    /// <summary>The rule's id.</summary>
    public const string Id = "CONC1004";

    private static readonly DiagnosticDescriptor s_descriptor = new(
        Id,
        "Check and act are two steps",
        "'{0}' is {1} here because of what was read {2}, but {3}: {4}",
        RuleCategories.SharedState,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Each step is safe by itself, on a concurrent collection or under a lock. Between the two another thread can change what the second one relies on. Use one call that does both, or one lock region around both.",
        Page("SharedState", Id));

    private protected override bool Speaks(BrokenStep step) => step.Gap is Gap.Steps or Gap.Released && !step.IsAtomic;
}
