using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>A read or write of storage that another thread may share.</summary>
internal sealed class Access(TextSpan span, Value place, AccessKind kind) : Node(span)
{
    /// <summary>The storage: a <see cref="Value.Local"/>, <see cref="Value.Field"/> or <see cref="Value.Element"/>; for content, the object.</summary>
    public Value Place { get; } = place;

    public AccessKind Kind { get; private set; } = kind;

    /// <summary>What was read is tested further on, by way of a variable: said while the body is lowered, not later.</summary>
    public void NoteTest() => Kind |= AccessKind.Test;

    /// <summary>What is stored, for writes.</summary>
    public Value Stored { get; init; } = Value.Unknown;

    /// <summary>How large the stored value is.</summary>
    public Quantity Quantity { get; init; } = Quantity.Unknown;

    /// <summary>The <see cref="Operator"/> of a store of what was made, by way of a variable, of what had been read there.</summary>
    public const string ByVariable = "= by variable";

    /// <summary>The operator of a compound update (<c>++</c>, <c>+=</c> …); empty otherwise.</summary>
    public string Operator { get; init; } = "";

    /// <summary>The right-hand side awaits: the old value is read before, the new one written after.</summary>
    public bool SpansAwait { get; init; }

    /// <summary>What is stored is the value of a variable or member as it is.</summary>
    public bool IsCopy { get; init; }
}
