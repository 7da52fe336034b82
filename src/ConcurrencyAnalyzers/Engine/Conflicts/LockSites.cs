using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Where the lock was taken that is held at an access. Many members may come to one access by way of one region that ends
/// the object or serves it: they show one use of the lock, not many. A lock from further away than calls are noted was taken
/// for other reasons, and shows nothing.
/// </summary>
internal sealed class LockSites
{
    private readonly Dictionary<Place, string> _holding = [];

    /// <summary>Accesses under a lock of the body in which they stand.</summary>
    private readonly HashSet<Place> _near = [];

    public LockSites(IEnumerable<Summary> all)
    {
        foreach (var summary in all)
        {
            foreach (var site in summary.Calls)
                if (site.HeldByCaller.Held.Any())
                    _holding[site.Place] = summary.Body.DisplayName;
            foreach (var effect in summary.Effects)
                if (effect.Trace.IsEmpty && effect.Locks.Held.Any())
                    _near.Add(effect.Place);
        }
    }

    /// <summary>The member whose lock it is, as far as that can be told; null where it is too far away.</summary>
    public string? Of(Effect guarded)
    {
        if (_near.Contains(guarded.Place))
            return guarded.MemberName;
        foreach (var call in guarded.Trace)
            if (_holding.TryGetValue(call, out var member))
                return member;
        return guarded.Trace.Length < BodyInterpreter.MaxTrace || guarded.Locks.IsEmpty ? guarded.MemberName : null;
    }
}
