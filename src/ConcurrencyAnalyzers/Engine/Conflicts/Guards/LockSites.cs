using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Where the lock was taken that is held at an access. Many members may come to one access by way of one region that ends
/// the object or serves it: they show one use of the lock, not many. A lock from further away than calls are noted was taken
/// for other reasons, and shows nothing.
/// </summary>
internal sealed class LockSites
{
    private sealed record Holder(string Member, LockSet Locks);

    private readonly Dictionary<Place, Holder> _holding = [];

    /// <summary>Accesses under a lock of the body in which they stand.</summary>
    private readonly HashSet<Place> _near = [];

    /// <summary>Accesses to a field of the object whose lock the member holds; by place and the lock's name.</summary>
    private readonly HashSet<Taken> _own = [];

    private sealed record Taken(Place Place, string Lock);

    /// <summary>Calls and accesses that a lambda makes without a lock of its own: by place, the lambda.</summary>
    private readonly Dictionary<Place, string> _inLambda = [];

    public LockSites(IEnumerable<Summary> all)
    {
        foreach (var summary in all)
        {
            foreach (var site in summary.Calls)
                if (site.HeldByCaller.Held.Any())
                    _holding[site.Place] = new(summary.Body.DisplayName, site.HeldByCaller);
                else if (summary.Body.Kind == BodyKind.Lambda)
                    _inLambda[site.Place] = summary.Body.Id;
            foreach (var effect in summary.Effects)
                if (effect.Trace.IsEmpty && effect.Locks.Held.Any())
                    Note(effect);
                else if (effect.Trace.IsEmpty && summary.Body.Kind == BodyKind.Lambda)
                    _inLambda[effect.Place] = summary.Body.Id;
        }
    }

    private void Note(Effect effect)
    {
        _near.Add(effect.Place);
        if (effect.Path is { Root: RootKind.This, Steps.Length: > 0 })
            foreach (var held in effect.Locks.Held)
                if (held.Path.Root == RootKind.This)
                    _own.Add(new(effect.Place, held.Path.Key));
    }

    /// <summary>Whether the member in which the access stands holds that lock of its own object: it does so for whatever object it is called.</summary>
    public bool IsOwn(Effect access, string lockKey) => _own.Contains(new(access.Place, lockKey));

    /// <summary>The member whose lock it is, as far as that can be told; null where it is too far away.</summary>
    public string? Of(Effect guarded, AccessPath guard)
    {
        if (_near.Contains(guarded.Place))
            return guarded.MemberName;
        foreach (var call in guarded.Trace)
            if (_holding.TryGetValue(call, out var holder) && holder.Locks.Held.Any(held => held.Path.Storage is not { } gate || guard.Storage is null || gate.Equals(guard.Storage)))
                return holder.Member;

        // Who runs the lambda has taken it, for whoever handed the lambda in.
        foreach (var step in guarded.Trace.Add(guarded.Place))
            if (_inLambda.TryGetValue(step, out var lambda))
                return lambda;
        return guarded.Trace.Length < BodyInterpreter.MaxTrace || guarded.Locks.IsEmpty ? guarded.MemberName : null;
    }
}
