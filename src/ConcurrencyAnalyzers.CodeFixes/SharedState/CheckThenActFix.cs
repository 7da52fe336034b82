using System.Composition;
using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;
using ConcurrencyAnalyzers.Rules.SharedState;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>
/// CONC1004: makes one step of the check and the act: the call of the collection that does both, or one locked
/// region around both.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CheckThenActFix)), Shared]
public sealed class CheckThenActFix() : ConcurrencyCodeFix(CheckThenAct.Id)
{
    private protected override IEnumerable<EditScript> Scripts(SourceView source, Finding finding, string? key, CancellationToken cancellationToken)
    {
        if (StepPair.Of(source, finding) is not { } pair)
            return [];
        return new[]
        {
            EntryUpdate.AddOrUpdate(pair),
            EntrySum.Plan(pair),
            EntryUpdate.Loop(pair),
            EntryRetry.Plan(pair),
            EntryInsert.Plan(pair),
            EntryRemoval.Plan(pair),
            QueryMerge.Plan(pair),
            RegionMerge.Plan(pair),
            SecondLook.Plan(pair),
            CheckInside.Plan(pair),
            PeekAndTake.Plan(pair),
            StepLock.Plan(pair),
        }.OfType<EditScript>();
    }
}
