using ConcurrencyAnalyzers.Engine.Conflicts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Rules.SharedState;

/// <summary>CONC1001: shared state is accessed by two flows of control at once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsynchronizedAccess() : ConflictRule(s_descriptor)
{
    /// <summary>The rule's id.</summary>
    public const string Id = "CONC1001";

    private static readonly DiagnosticDescriptor s_descriptor = new(
        Id,
        "Shared state is accessed by two flows of control at once",
        "'{0}' is {1} here by {2} with no lock, while {3}: {4}",
        RuleCategories.SharedState,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Two flows of control reach the same state at the same time, at least one of them changes it, and nothing orders them. Guard all accesses with one lock, or use an atomic operation or a concurrent collection.",
        Page("SharedState", Id));

    private protected override bool Speaks(Conflict conflict) => conflict.Kind == ConflictKind.Unsynchronized;
}
