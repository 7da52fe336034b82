using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Contracts;
using ConcurrencyAnalyzers.Engine.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Rules.SharedState;

/// <summary>CONC1009: the code does not keep what a contract attribute says.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BrokenContract() : ConcurrencyRule(s_descriptor)
{
    /// <summary>The rule's id.</summary>
    public const string Id = "CONC1009";

    private static readonly DiagnosticDescriptor s_descriptor = new(
        Id,
        "A written contract is broken",
        "'{0}' is [{1}], but {2}",
        RuleCategories.SharedState,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "[GuardedBy], [RequiresLock], [ThreadSafe], [ThreadConfined] and [Immutable] say how state may be used by several threads; the code is held to it, access by access and call by call.",
        Page("SharedState", Id));

    private protected override IEnumerable<Report> Reports(Findings findings) => findings.Breaches.Select(static breach => new Report(breach.Place, breach.Subject, ContractOf(breach), What(breach))
    {
        Related = RelatedOf(breach),
        Properties = FactsOf(breach),
    });

    private static string ContractOf(Breach breach) => breach.Kind switch
    {
        BreachKind.Unguarded or BreachKind.SharedMode => $"GuardedBy({breach.Lock!.Text})",
        BreachKind.UnguardedCall => $"RequiresLock({breach.Lock!.Text})",
        BreachKind.Void => $"{(breach.IsRequirement ? "RequiresLock" : "GuardedBy")}({breach.Lock!.Text})",
        BreachKind.Changed or BreachKind.Changeable => "Immutable",
        BreachKind.Shared => "ThreadConfined",
        _ => "ThreadSafe",
    };

    private static object What(Breach breach) => breach switch
    {
        { Kind: BreachKind.Unguarded, Access: { } access } => $"it is {ConflictRule.Verb(access)} here without holding that lock",
        { Kind: BreachKind.SharedMode, Access: { } access } => $"it is {ConflictRule.Verb(access)} here while only a read lock is held, which others may hold too",
        { Kind: BreachKind.UnguardedCall } => "it is called here without holding that lock",
        { Kind: BreachKind.Changed, IsOnMember: true, Access: { } access } => $"what it holds is {ConflictRule.Verb(access)} here, after construction",
        { Kind: BreachKind.Changed, Access: { } access } => $"its '{breach.State!.Name}' is {ConflictRule.Verb(access)} here, after construction",
        { Kind: BreachKind.Changeable, Member: { CanBeReplaced: true } member } => $"its '{member.Member}' can be set from outside, at any time",
        { Kind: BreachKind.Changeable, Member: { } member } => $"its '{member.Member}' hands out a '{member.TypeName}', which can be changed at any time",
        { Kind: BreachKind.Shared, Conflict: { } conflict } => new Phrase($"it is {ConflictRule.Verb(conflict.Here)} here by {conflict.HereFlow.Text}, while it can be {ConflictRule.Verb(conflict.There)} by {conflict.ThereFlow.Text} ({{0}})", conflict.There.Place),
        { Kind: BreachKind.Unsafe, Conflict: { } conflict } => Open(conflict),
        { Lock.Problem: LockNameProblem.InstanceForStatic } => "it is static, and each instance has a lock of that name for itself",
        { Lock.Problem: LockNameProblem.NotALock } => "that is nothing that a thread can lock",
        _ => "its type has no field or property of that name",
    };

    private static object Open(Conflict conflict)
    {
        var meanwhile = ConflictRule.Meanwhile(conflict);
        var (format, place) = meanwhile is Phrase phrase ? (phrase.Format, phrase.Place) : ((string)meanwhile, conflict.There.Place);
        return new Phrase($"its '{conflict.State.Name}' is {ConflictRule.Verb(conflict.Here)} here by {conflict.HereFlow.Text}, and {format}: {ConflictRule.Consequence(conflict)}", place);
    }

    private static ImmutableArray<Place> RelatedOf(Breach breach) => breach switch
    {
        { Conflict: { } conflict } => ConflictRule.RelatedOf(conflict),
        { State: { DeclarationPath.Length: > 0 } state } => ImmutableArray.Create(new Place(state.DeclarationPath, state.DeclarationSpan)),
        _ => ImmutableArray<Place>.Empty,
    };

    /// <summary>What a fix needs: only where taking a lock at the access is the remedy.</summary>
    private static ImmutableDictionary<string, string?> FactsOf(Breach breach)
    {
        if (breach is { Kind: BreachKind.Unsafe, Conflict: { Here.Locks.IsEmpty: true } conflict })
            return ConflictRule.FactsOf(conflict);
        if (breach.Kind is not (BreachKind.Unguarded or BreachKind.UnguardedCall))
            return ImmutableDictionary<string, string?>.Empty.Add(FixFacts.Remedies, "none");
        var path = breach.Place.FilePath;
        var facts = ImmutableDictionary.CreateBuilder<string, string?>();
        facts[FixFacts.Guard] = breach.Lock!.Text;
        facts[FixFacts.State] = breach.State?.Name ?? breach.Subject;
        facts[FixFacts.Remedies] = "written lock";
        facts[FixFacts.StateKind] = breach.State is { IsStatic: true } ? "static" : "field";
        facts[FixFacts.Accesses] = FixFacts.Spans(breach.Alike.Where(place => place.FilePath == path));
        if (breach.Alike.Any(place => place.FilePath != path))
            facts[FixFacts.Elsewhere] = "true";
        if (breach.State is { } state && state.DeclarationPath == path)
            facts[FixFacts.Declaration] = FixFacts.Span(state.DeclarationSpan);
        return facts.ToImmutable();
    }
}
