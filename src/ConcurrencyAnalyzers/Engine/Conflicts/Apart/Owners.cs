using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Who owns an object for a while by a state that it sets under the object's lock, and uses it without the lock then. The
/// object's own flow asks for that state under the lock before it does anything. A member that only this compilation can
/// call does its part of the owner's work: it sets the state itself, or its callers do.
/// </summary>
internal sealed class Owners(ProgramIndex program, EntryLocks calls, IEnumerable<Summary> all)
{
    /// <summary>Calls between the member and the one who owns the object.</summary>
    private const int MaxDepth = 8;

    private readonly Summary[] _all = all.ToArray();
    private readonly Dictionary<Claimed, HashSet<string>> _takers = [];
    private readonly Dictionary<Claimed, bool> _known = [];

    /// <summary>A flag that is set under a lock, by anybody or by one member.</summary>
    private sealed record Claimed(string Flag, string Lock, string Member = "");

    /// <summary>Whether the flow was let in by a state that the member or its callers set under the same lock.</summary>
    public bool KeepOut(BodyFacts member, Effect here, Effect flow)
    {
        if (member.IsExternallyVisible || !here.Locks.IsEmpty && here.Locks.HasUnknown || flow.Admitted.IsEmpty)
            return false;
        foreach (var held in flow.Locks.Held)
            if (!here.Locks.Contains(held.Path.Key) && held.Path.Storage is { } gate)
                foreach (var ticket in flow.Admitted)
                    if (ticket.Lock == held.Path.Key && FieldOf(ticket.Flag) is { } flag && IsOwned(member.Id, flag, gate))
                        return true;
        return false;
    }

    private bool IsOwned(string memberId, string flag, FieldFacts gate)
    {
        var key = new Claimed(flag, gate.Id, memberId);
        if (!_known.TryGetValue(key, out var owned))
            _known[key] = owned = CallersOf(memberId).Append(memberId).Any(Takers(flag, gate).Contains);
        return owned;
    }

    /// <summary>The bodies that set the state under the lock, themselves or through what they call.</summary>
    private HashSet<string> Takers(string flag, FieldFacts gate)
    {
        var key = new Claimed(flag, gate.Id);
        if (!_takers.TryGetValue(key, out var takers))
            _takers[key] = takers = new(_all.Where(summary => summary.Effects.Any(Takes)).Select(static summary => summary.Body.Id), StringComparer.Ordinal);
        return takers;

        // A reference that is set to null ends the object for everybody; it says nothing of who owns it.
        bool Takes(Effect effect) => effect is { Writes: true, IsContent: false } && (effect.IsAtomic || !effect.IsUpdate) && effect.Path.Storage is { IsReferenceType: false } set && set.Id == flag
            && effect.Locks.Held.Any(held => gate.Equals(held.Path.Storage));
    }

    private HashSet<string> CallersOf(string memberId)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new List<string> { memberId };
        for (var depth = 0; depth < MaxDepth && next.Count > 0; depth++)
            next = next.SelectMany(calls.CallersEverywhere).Select(Named).Where(seen.Add).ToList();
        return seen;
    }

    /// <summary>A function inside a member works for the member.</summary>
    private string Named(string bodyId) => program.Body(bodyId) is { IsNested: true, MemberId: var member } ? member : bodyId;

    /// <summary>The id of the last field of a path's key.</summary>
    private static string? FieldOf(string key) => key.LastIndexOf(".F:", StringComparison.Ordinal) is >= 0 and var field ? key.Substring(field + 1)
        : key.LastIndexOf(".P:", StringComparison.Ordinal) is >= 0 and var property ? key.Substring(property + 1) : null;
}
