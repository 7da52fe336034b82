using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>CONC1001: Gives state that two flows of control use at once a lock over all its accesses, atomic operations, or the volatile modifier.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnsynchronizedAccessFix)), Shared]
public sealed class UnsynchronizedAccessFix : SharedStateFix
{
    public UnsynchronizedAccessFix()
        : base("CONC1001", "CONC1001.volatile", "CONC1001.interlocked", "CONC1001.reduction", "CONC1001.collection", "CONC1001.lock")
    {
    }
}
