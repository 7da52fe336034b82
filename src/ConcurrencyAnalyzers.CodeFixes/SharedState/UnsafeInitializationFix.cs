using System.Composition;
using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.CodeFixes.Editing.Publishing;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.Engine.Publication;
using ConcurrencyAnalyzers.Rules;
using ConcurrencyAnalyzers.Rules.SharedState;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>
/// CONC1006: makes check and assignment one step (LazyInitializer, a lock, a second check), or publishes last: builds in
/// a local, raises the flag behind the payload, starts and subscribes at the end of the constructor.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnsafeInitializationFix)), Shared]
public sealed class UnsafeInitializationFix() : ConcurrencyCodeFix(UnsafeInitialization.Id)
{
    private protected override EditScript? Tidy(SourceView edited, EditScript fix) => LockMerge.Plan(edited, fix.Inserted());

    private protected override IEnumerable<EditScript> Scripts(SourceView source, Finding finding, string? key, CancellationToken cancellationToken)
    {
        if (finding.Span.IsEmpty || finding.Span.End > source.Root.FullSpan.End)
            return [];
        return finding[FixFacts.Flaw] switch
        {
            nameof(PublicationFlaw.MadeTwice) => Once(source, finding),
            nameof(PublicationFlaw.NotCheckedAgain) => One(MakeOnce.CheckAgain(source, finding)),
            nameof(PublicationFlaw.FilledAfter) => One(PublishLast.BuildFirst(source, finding)),
            nameof(PublicationFlaw.EntryFilledAfter) => One(PublishLast.PutInLast(source, finding)),
            nameof(PublicationFlaw.FlagFirst) when finding[FixFacts.Stake] == nameof(Stake.None) => One(PublishLast.RaiseLast(source, finding)),
            nameof(PublicationFlaw.ThisEscapes) => One(PublishLast.LetOutLast(source, finding.Span)),
            _ => [],
        };
    }

    /// <summary>The loser of an unlocked race is dropped; what must be disposed or does something may not be made at all.</summary>
    private static IEnumerable<EditScript> Once(SourceView source, Finding finding)
    {
        if (finding[FixFacts.Stake] is nameof(Stake.Contents) or nameof(Stake.State) or nameof(Stake.Synchronization) && MakeOnce.Initialize(source, finding) is { } initialized)
            yield return initialized;
        if (LockPlanner.Plan(source, finding) is { } locked)
            yield return locked;
    }

    private static IEnumerable<EditScript> One(EditScript? script) => script is null ? [] : [script];
}
