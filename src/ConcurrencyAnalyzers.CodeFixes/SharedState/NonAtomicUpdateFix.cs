using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>CONC1003: Makes an update that can lose others' updates one atomic step.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NonAtomicUpdateFix)), Shared]
public sealed class NonAtomicUpdateFix : SharedStateFix
{
    public NonAtomicUpdateFix()
        : base("CONC1003", "CONC1003.interlocked", "CONC1003.lock")
    {
    }
}
