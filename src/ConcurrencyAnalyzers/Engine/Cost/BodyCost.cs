using System.Collections.Immutable;

namespace ConcurrencyAnalyzers.Engine.Cost;

/// <summary>A call of a body that is still being measured.</summary>
/// <param name="BodyId">The body that is entered again.</param>
/// <param name="Calls">How many such calls one run makes: 1, or 2 for several.</param>
/// <param name="IsSteady">A number among the arguments moves by a constant: the calls branch over and over.</param>
/// <param name="IsAlongData">An argument is a part of what the body was given: the calls walk a structure.</param>
/// <param name="Depth">The number that shrinks or grows with every call.</param>
internal sealed record Reentry(string BodyId, int Calls, bool IsSteady, bool IsAlongData, Polynomial Depth);

/// <summary>
/// What one run of some code costs, in units of about one simple instruction. <see cref="Compute"/> is work that is
/// known; <see cref="Waiting"/> is input, output, locks and waits; <see cref="Opaque"/> is calls nobody knows.
/// </summary>
internal sealed record BodyCost(Polynomial Compute, Polynomial Waiting, Polynomial Opaque)
{
    public static readonly BodyCost Zero = new(Polynomial.Zero, Polynomial.Zero, Polynomial.Zero);

    public ImmutableArray<Reentry> Reentries { get; init; } = ImmutableArray<Reentry>.Empty;

    /// <summary>The share of the time that is known to be computing, at typical sizes.</summary>
    public double Density => Compute.Typical is > 0 and var compute ? compute / (compute + Waiting.Typical + Opaque.Typical) : 0;

    private static readonly BodyCost s_step = new(Polynomial.One, Polynomial.Zero, Polynomial.Zero);

    public static BodyCost Computing(double units) => units == 1 ? s_step : new(Polynomial.Of(units), Polynomial.Zero, Polynomial.Zero);

    public static BodyCost Computing(Polynomial units) => new(units, Polynomial.Zero, Polynomial.Zero);

    public static BodyCost WaitingFor(double units) => new(Polynomial.Zero, Polynomial.Of(units), Polynomial.Zero);

    public static BodyCost Unknown(double units) => new(Polynomial.Zero, Polynomial.Zero, Polynomial.Of(units));

    public static BodyCost operator +(BodyCost left, BodyCost right) =>
        ReferenceEquals(left, Zero) ? right : ReferenceEquals(right, Zero) ? left
        : new(left.Compute + right.Compute, left.Waiting + right.Waiting, left.Opaque + right.Opaque)
        {
            Reentries = Merge(left.Reentries, right.Reentries, static (a, b) => Math.Min(2, a + b)),
        };

    /// <summary>One of two ways is taken.</summary>
    public static BodyCost Either(BodyCost left, BodyCost right) =>
        new(Polynomial.Max(left.Compute, right.Compute), Polynomial.Max(left.Waiting, right.Waiting), Polynomial.Max(left.Opaque, right.Opaque))
        {
            Reentries = Merge(left.Reentries, right.Reentries, Math.Max),
        };

    public BodyCost Times(Polynomial turns) => new(Compute * turns, Waiting * turns, Opaque * turns)
    {
        Reentries = turns.Constant is <= 1 ? Reentries : Reentries.Select(static reentry => reentry with { Calls = 2 }).ToImmutableArray(),
    };

    private static ImmutableArray<Reentry> Merge(ImmutableArray<Reentry> left, ImmutableArray<Reentry> right, Func<int, int, int> count)
    {
        if (left.IsEmpty || right.IsEmpty)
            return left.IsEmpty ? right : left;
        var merged = left.ToBuilder();
        foreach (var reentry in right)
        {
            var index = IndexOf(merged, reentry.BodyId);
            if (index < 0)
                merged.Add(reentry);
            else
                merged[index] = merged[index] with
                {
                    Calls = count(merged[index].Calls, reentry.Calls),
                    IsSteady = merged[index].IsSteady || reentry.IsSteady,
                    IsAlongData = merged[index].IsAlongData || reentry.IsAlongData,
                };
        }

        return merged.ToImmutable();
    }

    private static int IndexOf(ImmutableArray<Reentry>.Builder reentries, string bodyId)
    {
        for (var i = 0; i < reentries.Count; i++)
            if (reentries[i].BodyId == bodyId)
                return i;
        return -1;
    }
}
