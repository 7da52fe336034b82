using ConcurrencyAnalyzers.Engine.Atomicity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Rules.SharedState;

/// <summary>CONC1005: state is read before an await and written after it as if nothing had happened between.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaleAfterAwait() : StepRule(s_descriptor)
{
    /// <summary>The rule's id.</summary>
    public const string Id = "CONC1005";

    private static readonly DiagnosticDescriptor s_descriptor = new(
        Id,
        "State read before an await is written after it",
        "'{0}' is {1} here because of what was read {2}, but {3}: {4}",
        RuleCategories.SharedState,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "While a method awaits, other calls of it run. What it read before is out of date when it goes on. Read after the await, check again, or hold a SemaphoreSlim over both.",
        Page("SharedState", Id));

    private protected override bool Speaks(BrokenStep step) => step.Gap == Gap.Await;
}
