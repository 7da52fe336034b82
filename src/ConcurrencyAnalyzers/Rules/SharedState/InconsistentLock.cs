using ConcurrencyAnalyzers.Engine.Atomicity;
using ConcurrencyAnalyzers.Engine.Conflicts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Rules.SharedState;

/// <summary>CONC1002: state that a lock guards is accessed without it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InconsistentLock() : ConflictRule(s_descriptor)
{
    /// <summary>The rule's id.</summary>
    public const string Id = "CONC1002";

    private static readonly DiagnosticDescriptor s_descriptor = new(
        Id,
        "State that a lock guards is accessed without it",
        "'{0}' is {1} here by {2} without {5}, while {3}: {4}",
        RuleCategories.SharedState,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Other accesses to this state are guarded by a lock. An access that does not take the same lock runs at the same time as the guarded ones and breaks what they protect. So does a read that is made before the lock is taken under which its result is written.",
        Page("SharedState", Id));

    private protected override bool Speaks(BrokenStep step) => step.Gap == Gap.Unguarded;

    private protected override bool Speaks(Conflict conflict) => conflict.Kind == ConflictKind.MissingGuard;
}
