using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Conflicts between flows that different members of a type leave running: the timer that the constructor starts and the
/// work items that calls of another member queue; between the work items themselves, one for each call; and between the
/// constructor's timers and handlers and what another member starts beside them.
/// </summary>
internal sealed class FlowPairs(SiblingTypes siblings, IEnumerable<Summary> all)
{
    private const int MaxDepth = 4;

    /// <summary>Accesses to one state that are held against each other.</summary>
    private const int MaxAccesses = 32;

    private ILookup<string, string>? _calls;

    private sealed record Left(Summary Starter, Fork Fork, Effect Effect);

    /// <param name="isEntrance">Members that strangers may call at any time.</param>
    public void Find(Func<Summary, bool> isEntrance, ConflictTable table)
    {
        var left = all
            .Where(summary => summary.Body.Kind == BodyKind.Constructor || isEntrance(summary))
            .SelectMany(summary => summary.Leaked
                .Where(static fork => fork is { IsReturned: false, Series: null, IsImported: false, Kind: ForkKind.Task or ForkKind.Thread or ForkKind.PoolItem or ForkKind.Timer or ForkKind.EventHandler })
                .SelectMany(fork => fork.Effects
                    .Where(static effect => effect is { IsInvocation: false, IsSignal: false, IsWeak: false, Path.Root: RootKind.This or RootKind.Static })
                    .Select(effect => new Left(summary, fork, effect))));
        foreach (var state in left.GroupBy(static access => access.Effect.Path).OrderBy(static group => group.Key, Comparer<AccessPath>.Create(AccessPath.Compare)))
            if (state.Any(static access => access.Effect.Writes) && state.Any(static access => IsOnePerCall(access) || IsAlways(access)))
                Pair(state.OrderBy(static access => access.Effect.Writes ? 0 : 1).ThenBy(static access => access.Effect.Place).Take(MaxAccesses).ToArray(), table);
    }

    private void Pair(Left[] accesses, ConflictTable table)
    {
        for (var i = 0; i < accesses.Length; i++)
            for (var j = i; j < accesses.Length; j++)
            {
                var (here, there) = (accesses[i], accesses[j]);
                if (!(ReferenceEquals(here.Fork, there.Fork) ? IsOnePerCall(here) : MayMeet(here, there)) || siblings.Exclude(here.Effect, there.Effect) || !Judge.Conflict(here.Effect, there.Effect, sameFork: ReferenceEquals(here.Fork, there.Fork)))
                    continue;
                table.Add(here.Effect, FlowText.Of(here.Fork), there.Effect, FlowText.Of(there.Fork),
                    Judge.HarmOf(here.Effect, there.Effect, effect => ForkConflicts.Checks(effect, here.Fork.Effects) || ForkConflicts.Checks(effect, there.Fork.Effects)), Tier.A);
            }
    }

    /// <summary>One of them comes with each call, the other is there all the time; neither is the other's doing, or waits for it.</summary>
    private bool MayMeet(Left here, Left there) =>
        here.Starter.Body.Id != there.Starter.Body.Id && !here.Fork.Bodies.Overlaps(there.Fork.Bodies)
        && (IsOnePerCall(here) && (IsOnePerCall(there) || there.Fork.Kind == ForkKind.Timer) || IsOnePerCall(there) && here.Fork.Kind == ForkKind.Timer
            || (IsAlways(here) || IsAlways(there)) && !here.Fork.HandleKeys.Overlaps(there.Fork.HandleKeys))
        && !here.Effect.Joined.Overlaps(there.Fork.HandleKeys) && !there.Effect.Joined.Overlaps(here.Fork.HandleKeys)
        && !LeadsTo(here.Fork, there.Starter.Body.Id) && !LeadsTo(there.Fork, here.Starter.Body.Id);

    /// <summary>Comes again and again from the moment the object is there.</summary>
    private static bool IsAlways(Left access) => access is { Starter.Body.Kind: BodyKind.Constructor, Fork: { Kind: ForkKind.EventHandler } or { Kind: ForkKind.Timer, IsDormant: false } };

    /// <summary>The member is told what to work on, and forgets the work once it is started: calls that follow each other run side by side.</summary>
    private static bool IsOnePerCall(Left access) =>
        access.Fork is { Kind: ForkKind.Task or ForkKind.PoolItem, HandleKeys.Count: 0 } && access.Starter.Body is { Kind: not BodyKind.Constructor } member
        && member.Parameters.Any(static parameter => !parameter.TypeId.StartsWith("T:System.Threading.", StringComparison.Ordinal) && !parameter.IsBool && !parameter.IsDelegate);

    private IEnumerable<string> CalledBy(string id) => (_calls ??= all.SelectMany(static summary => summary.Calls).ToLookup(static site => site.CallerId, static site => site.TargetId, StringComparer.Ordinal))[id];

    /// <summary>What the flow does starts the other.</summary>
    private bool LeadsTo(Fork fork, string member)
    {
        var (seen, next) = (new HashSet<string>(fork.Bodies, StringComparer.Ordinal), fork.Bodies.ToList());
        for (var depth = 0; depth < MaxDepth && next.Count > 0; depth++)
        {
            if (next.Contains(member))
                return true;
            next = next.SelectMany(CalledBy).Where(seen.Add).ToList();
        }

        return next.Contains(member);
    }
}
