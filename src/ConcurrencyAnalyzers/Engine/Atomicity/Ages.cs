namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>The observations that are known at a point, each with the gap since it was made. Immutable.</summary>
internal sealed class Ages
{
    public static readonly Ages Empty = new([]);

    /// <summary>By the number of the observation: nothing, or one more than the gap.</summary>
    private readonly byte[] _gaps;

    private Ages(byte[] gaps) => _gaps = gaps;

    /// <summary>One more than the highest number that can be known.</summary>
    public int End => _gaps.Length;

    public bool Knows(int id) => id < _gaps.Length && _gaps[id] != 0;

    public Gap Since(int id) => (Gap)(_gaps[id] - 1);

    public Ages With(int id, Gap gap)
    {
        if (Knows(id) && Since(id) == gap)
            return this;
        var gaps = new byte[Math.Max(_gaps.Length, id + 1)];
        _gaps.CopyTo(gaps, 0);
        gaps[id] = (byte)(gap + 1);
        return new(gaps);
    }

    public Ages Without(int id)
    {
        if (!Knows(id))
            return this;
        var gaps = (byte[])_gaps.Clone();
        gaps[id] = 0;
        return new(gaps);
    }

    public Ages Without(Func<int, bool> which)
    {
        byte[]? gaps = null;
        for (var id = 0; id < _gaps.Length; id++)
            if (_gaps[id] != 0 && which(id))
                (gaps ??= (byte[])_gaps.Clone())[id] = 0;
        return gaps is null ? this : new(gaps);
    }

    /// <summary>What was observed under these conditions is out of date from here on.</summary>
    public Ages Age(Func<int, bool> which, Gap gap)
    {
        byte[]? gaps = null;
        for (var id = 0; id < _gaps.Length; id++)
            if (_gaps[id] != 0 && Since(id) is <= Gap.Unguarded and var since && since < gap && which(id))
                (gaps ??= (byte[])_gaps.Clone())[id] = (byte)(gap + 1);
        return gaps is null ? this : new(gaps);
    }

    /// <summary>What is known on either way, with the greater gap.</summary>
    public static Ages Join(Ages left, Ages right)
    {
        if (ReferenceEquals(left, right))
            return left;
        if (left._gaps.Length < right._gaps.Length)
            (left, right) = (right, left);
        byte[]? gaps = null;
        for (var id = 0; id < right._gaps.Length; id++)
            if (right._gaps[id] > left._gaps[id])
                (gaps ??= (byte[])left._gaps.Clone())[id] = right._gaps[id];
        return gaps is null ? left : new(gaps);
    }
}
