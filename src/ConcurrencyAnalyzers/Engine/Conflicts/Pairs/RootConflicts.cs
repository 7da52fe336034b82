using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Conflicts between flows that frameworks send into the program: two requests in one static or one singleton, the
/// loop of a hosted service and whoever calls its members. Nothing in source starts these flows; types, attributes
/// and registrations show them.
/// </summary>
internal sealed class RootConflicts
{
    /// <summary>Accesses to one state that are held against each other; writing ones first.</summary>
    private const int MaxAccesses = 48;

    private readonly ImmutableArray<Summary> _all;
    private readonly ConflictTable _table;
    private readonly Roots _roots;
    private readonly StartupBodies _startup;
    private readonly StoredTargets _stored;
    private readonly EntryLocks _calls;

    private RootConflicts(ProgramIndex program, ImmutableArray<Summary> all, EntryLocks calls, ConflictTable table)
    {
        _all = all;
        _table = table;
        _calls = calls;
        _stored = table.Stored;
        _roots = new(program, new(program), all.Select(static summary => summary.Body));
        _startup = new(program, _roots, calls);
    }

    private sealed record Reached(Entry Entry, Effect Effect, ImmutableArray<Effect> Own);

    public static void Find(ProgramIndex program, ImmutableArray<Summary> all, EntryLocks calls, ConflictTable table)
    {
        if (!program.IsTestProject)
            new RootConflicts(program, all, calls, table).Find();
    }

    private void Find()
    {
        var reached = new Dictionary<string, List<Reached>>(StringComparer.Ordinal);
        foreach (var summary in _all)
        {
            foreach (var entry in _roots.EntriesOf(summary.Body))
                if (!_startup.Contains(summary.Body))
                    Gather(entry, summary.Effects, _calls.Of(summary.Body), reached);
            foreach (var fork in summary.Forks)
                if (fork.Kind == ForkKind.Request && !fork.IsImported)
                {
                    Gather(new("requests", "", IsMany: true, IsShared: false, FlowText.Of(fork).Text), fork.Effects.AddRange(OnArguments(fork)), LockSet.Empty, reached);
                    UnderKeys(fork);
                }
        }

        foreach (var state in reached.Keys.OrderBy(static key => key, StringComparer.Ordinal))
            Pair(reached[state]
                .GroupBy(static access => new { access.Effect.Place, access.Effect.Kind, access.Effect.Locks, access.Entry })
                .Select(static same => same.OrderBy(static access => access.Effect.Trace.Length).First())
                .OrderBy(static access => access.Effect.Writes ? 0 : 1).ThenBy(static access => access.Effect.Place).ThenBy(static access => access.Entry.Text, StringComparer.Ordinal)
                .Take(MaxAccesses).ToArray());
    }

    /// <summary>Two requests can come with one key, and find the same object under it.</summary>
    private void UnderKeys(Fork requests)
    {
        var flow = FlowText.Of(requests);
        foreach (var effect in requests.Effects)
            if (effect is { Path.Root: RootKind.Static, Writes: true, IsAtomic: false, IsWeak: false, Locks.IsEmpty: true } && MidwayUses.IsUnderKey(effect))
                _table.Add(effect, flow, effect, flow, Judge.HarmOf(effect, effect, static _ => false), Tier.A);
    }

    /// <summary>What the delegate of an endpoint does to the services that it is handed.</summary>
    private IEnumerable<Effect> OnArguments(Fork fork) =>
        from summary in _all
        where fork.Bodies.Contains(summary.Body.Id) && !summary.Body.Parameters.IsEmpty
        from effect in summary.Effects
        where effect.Path is { Root: RootKind.Local, Steps.IsEmpty: false, RootField: { } parameter } && summary.Body.Parameters.Contains(parameter)
        select effect;

    private void Gather(Entry entry, ImmutableArray<Effect> effects, LockSet held, Dictionary<string, List<Reached>> reached)
    {
        foreach (var done in effects)
        {
            if (done.IsInvocation || done.IsSignal || done.IsWeak || done.Path.IsHandedOver || done.Path.IsOfThread || entry.EndsAtAwait && done.AfterAwait)
                continue;
            var (effect, service) = OnService(done);
            if ((service is null ? KeyOf(entry, effect.Path) : KeyOf(service, effect.Path)) is not { } key)
                continue;
            if (!reached.TryGetValue(key, out var list))
                reached[key] = list = [];
            list.Add(new(entry, held.IsEmpty ? effect : effect with { Locks = effect.Locks.Union(held) }, effects));
        }
    }

    /// <summary>Statics are one for all; the fields of an object only where all its users have the same.</summary>
    private static string? KeyOf(Entry entry, AccessPath path) => path.Root switch
    {
        RootKind.Static => path.Key,
        RootKind.This when entry.IsShared => KeyOf(entry.InstanceId, path),
        _ => null,
    };

    private static string? KeyOf(string instanceId, AccessPath path) =>
        path.Steps is [{ Field: { } field }, ..] ? field.OwnerId + "|" + instanceId + "|" + path.Key : null;

    /// <summary>An access to a service that an object was given, or a delegate is handed, and of which there is one for all: as the service sees it.</summary>
    private (Effect Effect, string? ServiceId) OnService(Effect effect)
    {
        var (holder, steps) = effect.Path switch
        {
            { Root: RootKind.This, Steps: [{ Kind: StepKind.Field, Field: { IsStatic: false } field }, { Kind: StepKind.Field }, ..] } => (field, 1),
            { Root: RootKind.Local, Steps: [{ Kind: StepKind.Field }, ..], RootField: { } parameter } => (parameter, 0),
            _ => (null, 0),
        };
        return holder is not null && _roots.IsShared(holder.TypeId) && (steps == 0 || _stored.IsGiven(holder)) && OwnerView.Of(effect, steps) is { } seen ? (seen, holder.TypeId) : (effect, null);
    }

    private void Pair(Reached[] accesses)
    {
        for (var i = 0; i < accesses.Length; i++)
            for (var j = i; j < accesses.Length; j++)
            {
                var (here, there) = (accesses[i], accesses[j]);
                var same = here.Effect.Place == there.Effect.Place;
                if (here.Entry.Overlaps(there.Entry) && Judge.Conflict(here.Effect, there.Effect, sameFork: same))
                    _table.Add(here.Effect, here.Entry.Flow, there.Effect, there.Entry.Flow,
                        Judge.HarmOf(here.Effect, there.Effect, effect => Checks(effect, here.Own) || Checks(effect, there.Own)) is var harm && harm == Harm.StaleWord && same && here.Effect.Locks.IsEmpty && KeptForItself.Is(here.Effect, here.Own.Select(effect => OnService(effect).Effect).ToArray()) ? Harm.ReadBack : harm, Tier.A);
            }
    }

    /// <summary>Where two requests both find a reference missing or old and both replace it, one of them has worked in vain, no more.</summary>
    private static bool Checks(Effect write, IEnumerable<Effect> effects) => write.Path.Storage is { IsReferenceType: false } && ForkConflicts.Checks(write, effects);
}
