namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>A set of small numbers, as bits. Immutable; what changes nothing returns the same object.</summary>
internal sealed class Ids
{
    public static readonly Ids Empty = new([]);

    private readonly ulong[] _bits;

    private Ids(ulong[] bits) => _bits = bits;

    public bool IsEmpty => _bits.Length == 0;

    public static Ids Of(int id) => Empty.Add(id);

    public bool Contains(int id) => id >> 6 is var word && word < _bits.Length && (_bits[word] >> (id & 63) & 1) != 0;

    public Ids Add(int id)
    {
        if (Contains(id))
            return this;
        var bits = new ulong[Math.Max(_bits.Length, (id >> 6) + 1)];
        _bits.CopyTo(bits, 0);
        bits[id >> 6] |= 1UL << (id & 63);
        return new(bits);
    }

    public Ids Union(Ids other)
    {
        if (Holds(other))
            return this;
        if (other.Holds(this))
            return other;
        var bits = new ulong[Math.Max(_bits.Length, other._bits.Length)];
        _bits.CopyTo(bits, 0);
        for (var i = 0; i < other._bits.Length; i++)
            bits[i] |= other._bits[i];
        return new(bits);
    }

    /// <summary>The numbers, smallest first; below zero where there is none.</summary>
    public int Next(int after)
    {
        for (var id = after + 1; id >> 6 < _bits.Length; id++)
            if (_bits[id >> 6] >> (id & 63) is 0)
                id |= 63;
            else if (Contains(id))
                return id;
        return -1;
    }

    private bool Holds(Ids other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other._bits.Length > _bits.Length)
            return false;
        for (var i = 0; i < other._bits.Length; i++)
            if ((other._bits[i] & ~_bits[i]) != 0)
                return false;
        return true;
    }
}
