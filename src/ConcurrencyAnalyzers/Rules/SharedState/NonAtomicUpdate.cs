using ConcurrencyAnalyzers.Engine.Atomicity;
using ConcurrencyAnalyzers.Engine.Conflicts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Rules.SharedState;

/// <summary>CONC1003: update of shared state is not atomic.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NonAtomicUpdate() : ConflictRule(s_descriptor)
{
    /// <summary>The rule's id.</summary>
    public const string Id = "CONC1003";

    private static readonly DiagnosticDescriptor s_descriptor = new(
        Id,
        "Update of shared state is not atomic",
        "'{0}' is {1} here by {2} in more than one step, while {3}: {4}",
        RuleCategories.SharedState,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A volatile field, or one that is changed by Interlocked elsewhere, is updated in separate steps, so that another thread's change in between is lost; a test and the change that depends on it are two atomic steps; or a value wider than a machine word is read while it is written.",
        Page("SharedState", Id));

    private protected override bool Speaks(BrokenStep step) => step.IsAtomic;

    private protected override bool Speaks(Conflict conflict) => conflict.Kind == ConflictKind.NonAtomic;
}
