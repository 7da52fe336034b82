using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine;

/// <summary>A place in source, free of trees and symbols.</summary>
internal sealed record Place(string FilePath, TextSpan Span) : IComparable<Place>
{
    /// <summary>The path last: it is long, and nearly always the same.</summary>
    public bool Equals(Place? other) => ReferenceEquals(this, other) || other is not null && Span == other.Span && FilePath == other.FilePath;

    public override int GetHashCode() => unchecked(Span.Start * 31 + Span.Length);

    public int CompareTo(Place? other)
    {
        if (other is null)
            return 1;
        var byPath = string.CompareOrdinal(FilePath, other.FilePath);
        return byPath != 0 ? byPath : Span.CompareTo(other.Span);
    }
}

/// <summary>A state, by its id, as one place has it. A class: generic code over tuples is compiled anew in every process.</summary>
internal sealed record StateAt(Place Place, string? State);
