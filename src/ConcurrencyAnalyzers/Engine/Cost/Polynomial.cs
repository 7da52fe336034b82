using System.Collections.Immutable;
using System.Globalization;

namespace ConcurrencyAnalyzers.Engine.Cost;

/// <summary>A coefficient times powers of extents.</summary>
internal sealed record Term(double Coefficient, ImmutableArray<(Extent Extent, double Power)> Factors)
{
    public double Degree => Factors.Sum(static factor => factor.Extent.Degree * factor.Power);

    public double Typical => Factors.Aggregate(Coefficient, static (value, factor) => value * Math.Pow(factor.Extent.Typical, factor.Power));

    public bool IsConstant => Factors.IsEmpty;

    public bool SameFactors(Term other) => Factors.SequenceEqual(other.Factors);

    public Term Times(Term other)
    {
        var factors = new SortedDictionary<Extent, double>();
        foreach (var (extent, power) in Factors.Concat(other.Factors))
            factors[extent] = (factors.TryGetValue(extent, out var known) ? known : 0) + power;
        return new(Coefficient * other.Coefficient, factors.Where(static factor => factor.Value != 0).Select(static factor => (factor.Key, factor.Value)).ToImmutableArray());
    }

    public override string ToString()
    {
        var factors = Factors.Select(static factor => factor.Power switch
        {
            1 => factor.Extent.ToString(),
            2 => factor.Extent + "²",
            3 => factor.Extent + "³",
            0.5 => "√" + factor.Extent,
            _ => factor.Extent + "^" + factor.Power.ToString("0.#", CultureInfo.InvariantCulture),
        });
        var coefficient = Polynomial.Format(Coefficient);
        return Factors.IsEmpty ? coefficient : string.Join(" · ", coefficient == "1" ? factors : factors.Append(coefficient));
    }
}

/// <summary>
/// A sum of terms over extents, in units of about one simple instruction. Immutable. Keeps the largest terms only, so
/// that it stays small whatever the code.
/// </summary>
internal sealed class Polynomial
{
    public static readonly Polynomial Zero = new(ImmutableArray<Term>.Empty);
    public static readonly Polynomial One = Of(1);

    private const int MostTerms = 12;
    private const double Largest = 1e18;

    private Polynomial(ImmutableArray<Term> terms) => Terms = terms;

    /// <summary>The terms, the one of highest degree first.</summary>
    public ImmutableArray<Term> Terms { get; }

    public bool IsZero => Terms.IsEmpty;

    public double Degree => IsZero ? 0 : Terms[0].Degree;

    /// <summary>The value where it depends on nothing; null otherwise.</summary>
    public double? Constant => IsZero ? 0 : Terms.Length == 1 && Terms[0].IsConstant ? Terms[0].Coefficient : null;

    /// <summary>The value with every extent at what it typically is.</summary>
    public double Typical => Terms.Sum(static term => term.Typical);

    public static Polynomial Of(double value) => value == 0 ? Zero : new(ImmutableArray.Create(new Term(Math.Min(value, Largest), ImmutableArray<(Extent, double)>.Empty)));

    public static Polynomial Of(Extent extent, double power = 1) => new(ImmutableArray.Create(new Term(1, ImmutableArray.Create((extent, power)))));

    public static Polynomial operator +(Polynomial left, Polynomial right)
    {
        if (left.IsZero)
            return right;
        if (right.IsZero)
            return left;
        return Normal(left.Terms.Concat(right.Terms), static (a, b) => a + b);
    }

    public static Polynomial operator *(Polynomial left, Polynomial right)
    {
        if (left.IsZero || right.IsZero)
            return Zero;
        return Normal(left.Terms.SelectMany(term => right.Terms.Select(term.Times)), static (a, b) => a + b);
    }

    /// <summary>For every term the larger coefficient: what the dearer of two branches costs, term by term.</summary>
    public static Polynomial Max(Polynomial left, Polynomial right) =>
        left.IsZero ? right : right.IsZero ? left : Normal(left.Terms.Concat(right.Terms), Math.Max);

    /// <summary>The square root of the largest term.</summary>
    public Polynomial Root() => IsZero ? Zero : new(ImmutableArray.Create(new Term(
        Math.Sqrt(Math.Max(Terms[0].Coefficient, 0)), Terms[0].Factors.Select(static factor => (factor.Extent, factor.Power / 2)).ToImmutableArray())));

    /// <summary>The quotient; where the divisor is a sum, its largest term stands for it.</summary>
    public Polynomial Over(Polynomial divisor) => divisor.IsZero || IsZero ? this : this * new Polynomial(ImmutableArray.Create(new Term(
        1 / Math.Max(divisor.Terms[0].Coefficient, 1e-9), divisor.Terms[0].Factors.Select(static factor => (factor.Extent, -factor.Power)).ToImmutableArray())));

    /// <summary>The terms that grow fastest.</summary>
    public IEnumerable<Term> Leading => Terms.TakeWhile(term => term.Degree > Degree - 0.01);

    public override string ToString() => IsZero ? "0" : string.Join(" + ", Terms);

    /// <summary>Two significant digits, in words from a million on.</summary>
    internal static string Format(double value)
    {
        var (scaled, word) = value switch
        {
            >= 1e12 => (value / 1e12, " trillion"),
            >= 1e9 => (value / 1e9, " billion"),
            >= 1e6 => (value / 1e6, " million"),
            _ => (value, ""),
        };
        var rounded = scaled <= 0 ? 0 : Math.Round(scaled / Math.Pow(10, Math.Floor(Math.Log10(scaled)) - 1)) * Math.Pow(10, Math.Floor(Math.Log10(scaled)) - 1);
        return rounded.ToString("#,0.##", CultureInfo.InvariantCulture) + word;
    }

    private static Polynomial Normal(IEnumerable<Term> terms, Func<double, double, double> merge)
    {
        var merged = new List<Term>();
        foreach (var term in terms)
        {
            var index = merged.FindIndex(term.SameFactors);
            if (index < 0)
                merged.Add(term);
            else
                merged[index] = term with { Coefficient = merge(merged[index].Coefficient, term.Coefficient) };
        }

        return new(merged
            .Select(static term => term.Coefficient > Largest ? term with { Coefficient = Largest } : term)
            .OrderByDescending(static term => term.Degree).ThenByDescending(static term => term.Coefficient).ThenBy(static term => term.ToString(), StringComparer.Ordinal)
            .Take(MostTerms).ToImmutableArray());
    }
}
