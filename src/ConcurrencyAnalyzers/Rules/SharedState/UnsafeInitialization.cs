using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Publication;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Rules.SharedState;

/// <summary>CONC1006: a value is made lazily, or shown to other threads, in a way that lets them see two, or an unfinished one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsafeInitialization() : ConcurrencyRule(s_descriptor)
{
    /// <summary>The rule's id.</summary>
    public const string Id = "CONC1006";

    private static readonly DiagnosticDescriptor s_descriptor = new(
        Id,
        "Unsafe lazy initialisation or publication",
        "'{0}' {1} {2}: {3}",
        RuleCategories.SharedState,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A value that is made on demand must be made once, and what other threads can see must be complete. Check and assign in one step, and publish last.",
        Page("SharedState", Id));

    private protected override IEnumerable<Report> Reports(Findings findings) =>
        findings.UnsafePublications.Select(static found => new Report(found.Place, found.State.Name, Deed(found), new Phrase(OtherPlace(found), found.Other), Consequence(found))
        {
            Related = found.Victim is { } victim ? ImmutableArray.Create(found.Other, victim) : ImmutableArray.Create(found.Other),
            Properties = FactsOf(found),
        });

    private static string Deed(UnsafePublication found) => found.Flaw switch
    {
        PublicationFlaw.MadeTwice => "is assigned here without a lock after it was found missing",
        PublicationFlaw.NotCheckedAgain => "is assigned here under a lock, but not looked at again since the check outside",
        PublicationFlaw.OtherLock => "is assigned here under another lock than the one of the check",
        PublicationFlaw.InstanceLock => "is static, but is made here under a lock that every instance has its own of",
        PublicationFlaw.UnlockedLazy => "takes no lock, but several threads ask for its value",
        PublicationFlaw.FilledAfter => "is assigned here before it is complete: it is filled only later",
        PublicationFlaw.EntryFilledAfter => "gets an entry here that is not complete: it is filled only later",
        PublicationFlaw.FlagFirst => "is set here before what it announces is stored",
        _ => "is assigned only after this lets the object out",
    };

    private static string OtherPlace(UnsafePublication found) => found.Flaw == PublicationFlaw.FlagFirst ? $"('{found.Payload.Name}', {{0}})" : "({0})";

    private static string Consequence(UnsafePublication found) => found switch
    {
        { Flaw: PublicationFlaw.FilledAfter or PublicationFlaw.EntryFilledAfter } => "other threads can use it half filled",
        { Flaw: PublicationFlaw.FlagFirst } => "other threads can find the flag set and read the old value",
        { Flaw: PublicationFlaw.ThisEscapes } => "the other side can run before and find no value",
        { Stake: Stake.Contents } => "two threads can make one each, and what is put into the one that loses is lost",
        { Stake: Stake.Lifetime } => "two threads can make one each, and the one that loses is never disposed",
        { Stake: Stake.Synchronization } => "two threads can make one each, and then do not meet on the same object",
        { Flaw: PublicationFlaw.UnlockedLazy } => "the factory can run twice, or its value be read half made",
        { Stake: Stake.SideEffects } => "two threads can do it both",
        { Stake: Stake.Identity } => "two threads can make one each, and the two are different",
        { Stake: Stake.State } => "two threads can make one each, and work with different objects",
        _ => "two threads can make one each",
    };

    private static ImmutableDictionary<string, string?> FactsOf(UnsafePublication found)
    {
        var path = found.Place.FilePath;
        var facts = ImmutableDictionary.CreateBuilder<string, string?>();
        facts[FixFacts.State] = found.State.Name;
        facts[FixFacts.Flaw] = found.Flaw.ToString();
        if (found.State.DeclarationPath == path)
            facts[FixFacts.Declaration] = FixFacts.Span(found.State.DeclarationSpan);
        facts[FixFacts.Stake] = found.Stake.ToString();
        facts[FixFacts.Accesses] = FixFacts.Spans(found.Steps.Where(place => place.FilePath == path));
        return facts.ToImmutable();
    }
}
