using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Atomicity;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Summaries;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Rules.SharedState;

/// <summary>What the rules about shared state have in common: the words for accesses and harms, and the facts for fixes.</summary>
public abstract class ConflictRule : ConcurrencyRule
{
    private protected ConflictRule(DiagnosticDescriptor descriptor) : base(descriptor)
    {
    }

    private protected abstract bool Speaks(Conflict conflict);

    /// <summary>Whether the rule also speaks of two steps of one flow that others can come between.</summary>
    private protected virtual bool Speaks(BrokenStep step) => false;

    private protected sealed override IEnumerable<Report> Reports(Findings findings) =>
        Collisions(findings).Concat(findings.BrokenSteps.Where(Speaks).Select(StepReports.Of));

    private IEnumerable<Report> Collisions(Findings findings) =>
        findings.Conflicts.Where(conflict => (conflict.Tier != Tier.C || findings.IsStrict) && Speaks(conflict)).Select(conflict => new Report(conflict.Here.Place, Arguments(conflict))
        {
            Related = RelatedOf(conflict),
            Properties = ContractsOf(conflict, findings) is { Length: > 0 } contracts ? FactsOf(conflict).Add(FixFacts.InferredContracts, contracts) : FactsOf(conflict),
            Traces = ImmutableArray.Create(
                new Way(FixFacts.HereTrace, TraceOf(conflict.HereFlow, conflict.Here)),
                new Way(FixFacts.ThereTrace, TraceOf(conflict.ThereFlow, conflict.There))),
        });

    private static string ContractsOf(Conflict conflict, Findings findings) => FixFacts.Contracts(findings.Inferred.Where(contract => contract.TypeId == conflict.State.OwnerId));

    /// <summary>0 state, 1 what is done here, 2 by whom, 3 what others do meanwhile and where, 4 what breaks, 5 the guard.</summary>
    private static object[] Arguments(Conflict conflict) =>
    [
        conflict.State.Name,
        Verb(conflict.Here),
        conflict.HereFlow.Text,
        Meanwhile(conflict),
        Consequence(conflict),
        conflict switch
        {
            { Guard: null } => "the lock that is held there",
            { IsReadGuarded: true } => $"the write lock of '{conflict.Guard}'",
            { GuardIsMonitor: true } => $"'lock ({conflict.Guard})'",
            _ => $"holding '{conflict.Guard}'",
        },
    ];

    internal static object Meanwhile(Conflict conflict)
    {
        if (conflict.There.Place == conflict.Here.Place && conflict.HereFlow.Text == conflict.ThereFlow.Text)
            return conflict.HereFlow.Start is null ? "other threads can do the same" : "others of them do the same";
        var guarded = conflict.Kind == ConflictKind.MissingGuard && conflict.Guard is not null ? " under that lock" : "";
        return new Phrase($"it can be {Verb(conflict.There)} by {conflict.ThereFlow.Text}{guarded} ({{0}})", conflict.There.Place);
    }

    internal static string Verb(Effect effect) => effect switch
    {
        { IsContent: true, Kind: var kind } when (kind & AccessKind.Enumerate) != 0 => "enumerated",
        { IsContent: true, Writes: true } => "changed",
        { IsContent: true } => "read",
        { IsUpdate: true, Operator: "++" } => "incremented",
        { IsUpdate: true, Operator: "--" } => "decremented",
        { IsUpdate: true } => "updated",
        { Writes: true } => "written",
        _ => "read",
    };

    internal static string Consequence(Conflict conflict) => conflict.Harm switch
    {
        Harm.Corruption => "its contents can be corrupted, or the call can throw",
        Harm.LostUpdate => "one of the updates can be lost",
        Harm.BrokenCheck => "the value can change between the test and the write",
        Harm.TakenAway => "it can be null by then, although it was tested before",
        Harm.NeverSeen => "the loop may never see the change",
        Harm.ReadBack => "what one run has stored can be another run's when it is read again",
        Harm.Unsubscribed => "the last handler can be gone when the event is raised",
        Harm.Unordered => "the result depends on which of them comes first",
        Harm.TornPair => "what is read beside it can be of another update",
        Harm.SharedAccumulator => "all runs were given this one object to collect in, instead of one each",
        Harm.HandedOver => "the object was handed over, and who got it can find in it what belongs to the next one",
        Harm.Unfinished => "the value is read before it is finished",
        Harm.Tearing => "the value is wider than a machine word and can be read half old, half new",
        _ => "a stale value can be used",
    };

    internal static ImmutableArray<Place> RelatedOf(Conflict conflict)
    {
        var related = ImmutableArray.CreateBuilder<Place>();
        related.Add(conflict.There.Place);
        if (conflict.HereFlow.Start is { } here)
            related.Add(here);
        if (conflict.ThereFlow.Start is { } there && conflict.ThereFlow.Start != conflict.HereFlow.Start)
            related.Add(there);
        related.AddRange(conflict.Here.Trace.Concat(conflict.There.Trace).Where(step => !related.Contains(step)).Distinct());
        return related.ToImmutable();
    }

    private static ImmutableArray<Place> TraceOf(Flow flow, Effect access)
    {
        var trace = ImmutableArray.CreateBuilder<Place>();
        if (flow.Start is { } start)
            trace.Add(start);
        trace.AddRange(access.Trace.Where(step => step != flow.Start && step != access.Place));
        trace.Add(access.Place);
        return trace.ToImmutable();
    }

    /// <summary>A constructor that starts the one side and then sets the state.</summary>
    private static Place? EarlyStartOf(Conflict conflict) =>
        conflict is { Harm: Harm.Unfinished, State.IsLocal: false } && (conflict.Here.BodyId.Contains(".#ctor") || conflict.There.BodyId.Contains(".#ctor"))
            ? conflict.HereFlow.Start ?? conflict.ThereFlow.Start
            : null;

    private static string RemediesFor(Conflict conflict) =>
        (conflict is { IsFlag: true, State: { IsLocal: false, Shape: WordShape.Atomic } } ? "volatile," : "") + (conflict.IsInterlockable || conflict is { IsFlag: true } && (conflict.State.IsLocal || conflict.State.Shape == WordShape.Atomic64) ? "interlocked," : "") + "lock";

    internal static ImmutableDictionary<string, string?> FactsOf(Conflict conflict)
    {
        var path = conflict.Here.Place.FilePath;
        var facts = ImmutableDictionary.CreateBuilder<string, string?>();
        facts[FixFacts.Accesses] = FixFacts.Spans(conflict.Unguarded.Where(place => place.FilePath == path));
        if (conflict.Unguarded.Any(place => place.FilePath != path))
            facts[FixFacts.Elsewhere] = "true";
        if (conflict.Guard is not null)
            facts[FixFacts.Guard] = conflict.Guard;
        facts[FixFacts.State] = conflict.State.Name;
        if (conflict.State.DeclarationPath == path)
            facts[FixFacts.Declaration] = FixFacts.Span(conflict.State.DeclarationSpan);
        facts[FixFacts.StateKind] = conflict.State.IsLocal ? "local" : conflict.State.IsStatic ? "static" : "field";
        // A lock that has no name here cannot be taken here; a new one would not exclude its holders. And a view that is handed
        // out is used after the lock is given back. What a run keeps in a field for itself, or has handed over, no lock makes its own.
        if (!(conflict.Harm is Harm.SharedAccumulator or Harm.ReadBack or Harm.HandedOver && !conflict.State.IsLocal) && conflict.Here.Operator != "GetEnumerator" && (conflict.Kind != ConflictKind.MissingGuard || conflict.Guard is not null || conflict.NeedsSharedGate))
            facts[FixFacts.Remedies] = RemediesFor(conflict);
        if (EarlyStartOf(conflict) is { } start && start.FilePath == path)
            facts[FixFacts.EarlyStart] = FixFacts.Span(start.Span);
        facts[FixFacts.Harm] = conflict.Harm.ToString();
        facts[FixFacts.Tier] = conflict.Tier.ToString();
        facts[FixFacts.Pair] = conflict.PairKey;
        return facts.ToImmutable();
    }
}
