using System.Collections.Immutable;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// A flag that is set, or looked at, under a lock. Who sets it and goes on without the lock keeps out all those who look
/// at it under the lock before they go on there: those that came before have left the lock, those that come later turn back.
/// </summary>
/// <param name="Flag">Key of the field.</param>
/// <param name="Lock">Key of the lock.</param>
/// <param name="Value">What it is set to, or what a test told of it; where that is not known, the way that was taken.</param>
internal sealed record Claim(string Flag, string Lock, string Value)
{
    /// <summary>A constant of which the text is not known.</summary>
    public const string AnyConstant = "a constant";

    public static readonly ImmutableHashSet<Claim> None = ImmutableHashSet<Claim>.Empty;

    /// <summary>Under the same hold of the lock the flag was looked at before it was set: who finds it set by another turns back.</summary>
    public bool IsTestAndSet { get; init; }

    /// <summary>Of a test: what it says of the value.</summary>
    public ClaimWord Tells { get; init; }

    /// <summary>Whether who was let in by this test cannot have found that value there; a test that does not tell is believed.</summary>
    public bool RulesOut(string value) => Tells switch
    {
        ClaimWord.Is => Value != value,
        ClaimWord.IsNot => Value == value || value == AnyConstant,
        _ => true,
    };

    /// <summary>Whether one access comes after its flow has claimed what the other was let in by.</summary>
    public static bool Separate(Effect one, Effect other) => KeepsOut(one, other) || KeepsOut(other, one) || TakeTurns(one, other);

    /// <summary>Both come after the same test and set of one flag: the second is let in when the first has taken it back.</summary>
    private static bool TakeTurns(Effect one, Effect other)
    {
        if (one.Claimed.IsEmpty || other.Claimed.IsEmpty)
            return false;
        foreach (var claim in one.Claimed)
            if (claim is { IsTestAndSet: true, Value: not AnyConstant } && other.Claimed.Contains(claim))
                return true;
        return false;
    }

    private static bool KeepsOut(Effect owner, Effect visitor)
    {
        if (owner.Claimed.IsEmpty || visitor.Admitted.IsEmpty)
            return false;
        foreach (var ticket in visitor.Admitted)
            if (visitor.Locks.Contains(ticket.Lock))
                foreach (var claim in owner.Claimed)
                    if (claim.Flag == ticket.Flag && claim.Lock == ticket.Lock && ticket.RulesOut(claim.Value))
                        return true;
        return false;
    }
}

/// <summary>What a test says of a value.</summary>
internal enum ClaimWord
{
    Unknown,
    Is,
    IsNot,
}
