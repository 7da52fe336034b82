using System.Collections.Immutable;
using System.Globalization;

namespace ConcurrencyAnalyzers.Engine.Cost;

/// <summary>An extent to a power. A class, as all that is put into collections here: generic code over structs is compiled anew in every process.</summary>
internal sealed record Factor(Extent Extent, double Power);

/// <summary>A coefficient times powers of extents.</summary>
/// <param name="Factors">In the order of their extents.</param>
internal sealed record Term(double Coefficient, ImmutableArray<Factor> Factors)
{
    public double Degree { get; } = DegreeOf(Factors);

    public double Typical => Factors.Aggregate(Coefficient, static (value, factor) => value * Math.Pow(factor.Extent.Typical, factor.Power));

    public bool IsConstant => Factors.IsEmpty;

    public bool SameFactors(Term other)
    {
        if (Factors.Length != other.Factors.Length)
            return false;
        for (var i = 0; i < Factors.Length; i++)
            if (!Factors[i].Equals(other.Factors[i]))
                return false;
        return true;
    }

    public Term Times(Term other)
    {
        if (Factors.IsEmpty || other.Factors.IsEmpty)
            return new(Coefficient * other.Coefficient, Factors.IsEmpty ? other.Factors : Factors);
        var factors = ImmutableArray.CreateBuilder<Factor>(Factors.Length + other.Factors.Length);
        for (int i = 0, j = 0; i < Factors.Length || j < other.Factors.Length;)
        {
            var order = i == Factors.Length ? 1 : j == other.Factors.Length ? -1 : Factors[i].Extent.CompareTo(other.Factors[j].Extent);
            if (order < 0)
                factors.Add(Factors[i++]);
            else if (order > 0)
                factors.Add(other.Factors[j++]);
            else if (new Factor(Factors[i].Extent, Factors[i++].Power + other.Factors[j++].Power) is { Power: not 0 } both)
                factors.Add(both);
        }

        return new(Coefficient * other.Coefficient, factors.ToImmutable());
    }

    /// <summary>The order of the terms of a sum: those that grow fastest first. Text decides only where nothing else does.</summary>
    public int CompareTo(Term other)
    {
        var order = other.Degree.CompareTo(Degree);
        if (order == 0)
            order = other.Coefficient.CompareTo(Coefficient);
        return order != 0 ? order : string.CompareOrdinal(ToString(), other.ToString());
    }

    private static double DegreeOf(ImmutableArray<Factor> factors)
    {
        var degree = 0.0;
        foreach (var factor in factors)
            degree += factor.Extent.Degree * factor.Power;
        return degree;
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
    public double Typical
    {
        get
        {
            var sum = 0.0;
            foreach (var term in Terms)
                sum += term.Typical;
            return sum;
        }
    }

    public static Polynomial Of(double value) => value == 0 ? Zero : new(ImmutableArray.Create(new Term(Math.Min(value, Largest), ImmutableArray<Factor>.Empty)));

    public static Polynomial Of(Extent extent, double power = 1) => new(ImmutableArray.Create(new Term(1, ImmutableArray.Create(new Factor(extent, power)))));

    public static Polynomial operator +(Polynomial left, Polynomial right)
    {
        if (left.IsZero)
            return right;
        if (right.IsZero)
            return left;
        return Merge(left.Terms, right.Terms, isMax: false);
    }

    public static Polynomial operator *(Polynomial left, Polynomial right)
    {
        if (left.IsZero || right.IsZero)
            return Zero;
        if (ReferenceEquals(left, One) || ReferenceEquals(right, One))
            return ReferenceEquals(left, One) ? right : left;
        var terms = ImmutableArray.CreateBuilder<Term>(left.Terms.Length * right.Terms.Length);
        foreach (var term in left.Terms)
            foreach (var other in right.Terms)
                terms.Add(term.Times(other));
        return Merge(terms.MoveToImmutable(), ImmutableArray<Term>.Empty, isMax: false);
    }

    /// <summary>For every term the larger coefficient: what the dearer of two branches costs, term by term.</summary>
    public static Polynomial Max(Polynomial left, Polynomial right) =>
        left.IsZero ? right : right.IsZero ? left : Merge(left.Terms, right.Terms, isMax: true);

    /// <summary>The square root of the largest term.</summary>
    public Polynomial Root() => IsZero ? Zero : new(ImmutableArray.Create(new Term(
        Math.Sqrt(Math.Max(Terms[0].Coefficient, 0)), Terms[0].Factors.Select(static factor => factor with { Power = factor.Power / 2 }).ToImmutableArray())));

    /// <summary>The quotient; where the divisor is a sum, its largest term stands for it.</summary>
    public Polynomial Over(Polynomial divisor) => divisor.IsZero || IsZero ? this : this * new Polynomial(ImmutableArray.Create(new Term(
        1 / Math.Max(divisor.Terms[0].Coefficient, 1e-9), divisor.Terms[0].Factors.Select(static factor => factor with { Power = -factor.Power }).ToImmutableArray())));

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

    private static Polynomial Merge(ImmutableArray<Term> left, ImmutableArray<Term> right, bool isMax)
    {
        var merged = new List<Term>(left.Length + right.Length);
        Merge(left, merged, isMax);
        Merge(right, merged, isMax);

        // Hardly ever more than a handful, and mostly in order: put in one by one, equal ones after each other.
        for (var i = 0; i < merged.Count; i++)
        {
            var term = merged[i].Coefficient > Largest ? merged[i] with { Coefficient = Largest } : merged[i];
            var place = i;
            for (; place > 0 && merged[place - 1].CompareTo(term) > 0; place--)
                merged[place] = merged[place - 1];
            merged[place] = term;
        }

        if (merged.Count > MostTerms)
            merged.RemoveRange(MostTerms, merged.Count - MostTerms);
        return new(merged.ToImmutableArray());
    }

    private static void Merge(ImmutableArray<Term> terms, List<Term> merged, bool isMax)
    {
        foreach (var term in terms)
        {
            var same = 0;
            while (same < merged.Count && !merged[same].SameFactors(term))
                same++;
            if (same == merged.Count)
                merged.Add(term);
            else if (!isMax || term.Coefficient > merged[same].Coefficient)
                merged[same] = merged[same] with { Coefficient = isMax ? term.Coefficient : merged[same].Coefficient + term.Coefficient };
        }
    }
}
