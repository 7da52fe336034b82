using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>CONC1009: Takes the lock that a contract asks for, around the access or the call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BrokenContractFix)), Shared]
public sealed class BrokenContractFix : SharedStateFix
{
    public BrokenContractFix()
        : base("CONC1009", "CONC1009.interlocked", "CONC1009.lock")
    {
    }
}
