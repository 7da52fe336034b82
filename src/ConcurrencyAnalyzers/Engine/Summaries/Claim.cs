using System.Collections.Immutable;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// A flag that is set, or looked at, under a lock. Who sets it and goes on without the lock keeps out all those who look
/// at it under the lock before they go on there: those that came before have left the lock, those that come later turn back.
/// </summary>
/// <param name="Flag">Key of the field.</param>
/// <param name="Lock">Key of the lock.</param>
/// <param name="Value">What it is set to or was found to be; where that is not told, the way that was taken.</param>
internal sealed record Claim(string Flag, string Lock, string Value)
{
    public static readonly ImmutableHashSet<Claim> None = ImmutableHashSet<Claim>.Empty;

    private bool IsTold => Value is "True" or "False";

    /// <summary>Whether one access comes after its flow has claimed what the other was let in by.</summary>
    public static bool Separate(Effect one, Effect other) => KeepsOut(one, other) || KeepsOut(other, one);

    private static bool KeepsOut(Effect owner, Effect visitor)
    {
        if (owner.Claimed.IsEmpty || visitor.Admitted.IsEmpty)
            return false;
        foreach (var ticket in visitor.Admitted)
            if (visitor.Locks.Contains(ticket.Lock))
                foreach (var claim in owner.Claimed)
                    if (claim.Flag == ticket.Flag && claim.Lock == ticket.Lock && !(claim.IsTold && ticket.IsTold && claim.Value == ticket.Value))
                        return true;
        return false;
    }
}
