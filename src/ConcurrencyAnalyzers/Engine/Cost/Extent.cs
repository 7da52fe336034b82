namespace ConcurrencyAnalyzers.Engine.Cost;

/// <summary>What an unknown factor of a cost stands for: how it grows and what it is taken for when a figure is needed.</summary>
internal enum ExtentKind
{
    /// <summary>A number or a count that the caller or the data decides.</summary>
    Size,

    /// <summary>A part of something that an enclosing loop already runs over: the whole stays linear in the data.</summary>
    Part,

    /// <summary>A logarithm: halving, doubling.</summary>
    Logarithm,

    /// <summary>A logarithm too, but a real nest of loops: the inner one strides by the outer one's counter, as in a sieve.</summary>
    Harmonic,

    /// <summary>How often a loop turns until computed numbers meet its condition.</summary>
    Turns,

    /// <summary>How often a loop turns that only a jump or somebody else ends.</summary>
    Endless,

    /// <summary>The depth of a recursion along a structure.</summary>
    Depth,

    /// <summary>The number of calls of a recursion that branches.</summary>
    Exponential,
}

/// <summary>An unknown factor of a cost. Equal when name and kind are.</summary>
internal sealed record Extent(string Name, ExtentKind Kind)
{
    /// <summary>What one factor adds to the degree of a polynomial.</summary>
    public double Degree => Kind switch
    {
        ExtentKind.Part or ExtentKind.Logarithm or ExtentKind.Depth => 0.2,
        ExtentKind.Harmonic => 0.3,
        ExtentKind.Exponential => 4,
        _ => 1,
    };

    /// <summary>What it is taken for where compute and waiting are weighed against each other.</summary>
    public double Typical => Kind switch
    {
        ExtentKind.Part => 30,
        ExtentKind.Logarithm or ExtentKind.Harmonic => 15,
        ExtentKind.Turns => 100,
        ExtentKind.Depth => 20,
        ExtentKind.Exponential => 1e6,
        _ => 1000,
    };

    /// <summary>The order in which a product names its factors.</summary>
    public int CompareTo(Extent other)
    {
        var byKind = ((int)Kind).CompareTo((int)other.Kind);
        return byKind != 0 ? byKind : string.CompareOrdinal(Name, other.Name);
    }

    public override string ToString() => Kind switch
    {
        ExtentKind.Logarithm or ExtentKind.Harmonic => "log " + Name,
        ExtentKind.Exponential => "2^" + Name,
        _ => Name,
    };
}
