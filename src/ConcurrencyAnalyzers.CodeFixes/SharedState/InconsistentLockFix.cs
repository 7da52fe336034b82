using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>CONC1002: Takes the lock that guards a state where it was left out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InconsistentLockFix)), Shared]
public sealed class InconsistentLockFix : SharedStateFix
{
    public InconsistentLockFix()
        : base("CONC1002")
    {
    }
}
