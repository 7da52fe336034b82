using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Cost;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Rules.CpuBound;

/// <summary>CONC4001: work handed to a thread or the pool that computes and never waits.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CpuHeavyWork() : ConcurrencyRule(s_descriptor)
{
    /// <summary>The rule's id.</summary>
    public const string Id = "CONC4001";

    private static readonly DiagnosticDescriptor s_descriptor = new(
        Id,
        "CPU-bound work on a thread or the pool",
        "This work computes without waiting, about {0} operations, and holds {1}; threads do use all cores, but only a worker process can be killed, capped in memory and kept out of this process's garbage collections",
        RuleCategories.CpuBound,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Long computations keep a pool thread from other work, cannot be stopped from outside, and share the garbage collector with everything else in the process. A worker process costs start-up and copying, and removes all three.",
        Page("CpuBound", Id));

    private protected override IEnumerable<Report> Reports(Findings findings) => findings.CpuWork.Select(static work => new Report(work.Place, work.Estimate, Held(work)));

    private static string Held(CpuWork work) => (work.Where, work.Class) switch
    {
        (WorkPlace.Thread, WorkClass.Unbounded) => "a thread until a jump inside ends it",
        (WorkPlace.Thread, _) => "a thread for all that time",
        (_, WorkClass.Unbounded) => "a pool thread until a jump inside ends it",
        _ => "a pool thread for all that time",
    };
}
