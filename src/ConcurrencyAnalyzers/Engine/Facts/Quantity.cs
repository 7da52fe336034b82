namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>
/// How large a number is, or how many items a collection holds, as far as an expression tells: what trip counts are
/// made of. An upper bound; symbol-free.
/// </summary>
internal abstract record Quantity
{
    public static readonly Quantity Unknown = new UnknownQuantity();

    internal sealed record UnknownQuantity : Quantity;

    internal sealed record Number(double Value) : Quantity;

    /// <summary>The number in some storage, or the item count of the collection in it.</summary>
    internal sealed record Of(Value Place, string Text) : Quantity;

    /// <summary>What a member or call says of <paramref name="Root"/>; two of the same text are the same.</summary>
    internal sealed record Derived(Value Root, string Text) : Quantity;

    /// <summary>The consecutive numbers up to <paramref name="To"/>, <paramref name="Count"/> of them.</summary>
    internal sealed record Range(Quantity Count, Quantity To) : Quantity;

    internal sealed record Combined(QuantityOperator Operator, Quantity Left, Quantity Right) : Quantity;
}

internal enum QuantityOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Min,
    Max,

    /// <summary>The square root of the left operand.</summary>
    Root,

    /// <summary>Two to the power of the left operand.</summary>
    Exponential,
}

/// <summary>What makes a loop end.</summary>
internal enum LoopEnd
{
    /// <summary>Runs over the items of a collection.</summary>
    Items,

    /// <summary>A counter reaches a bound in equal steps.</summary>
    Counted,

    /// <summary>A counter reaches a bound by multiplication or division, or an interval is halved.</summary>
    Geometric,

    /// <summary>A structure, queue or reader has no more to give.</summary>
    Walk,

    /// <summary>Numbers computed in the loop meet a condition.</summary>
    Computed,

    /// <summary>Somebody else sets a flag.</summary>
    Flag,

    /// <summary>Leaves by a jump or never.</summary>
    Endless,
}

/// <summary>How a loop comes to its end.</summary>
/// <param name="Counter">The variable that counts, where one does.</param>
/// <param name="To">The bound that the counter runs to or, going down, starts from; for items, how many there are.</param>
/// <param name="From">Where the counter starts, going up; where it stops, going down.</param>
/// <param name="Stride">By how much the counter moves.</param>
internal sealed record LoopBounds(LoopEnd End, FieldFacts? Counter, Quantity To, Quantity From, Quantity Stride)
{
    public static LoopBounds Of(LoopEnd end) => new(end, null, Quantity.Unknown, Quantity.Unknown, Quantity.Unknown);
}
