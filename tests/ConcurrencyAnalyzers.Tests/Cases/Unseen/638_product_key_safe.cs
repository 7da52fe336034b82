// Racy by design and right: the cached text and hash come out the same whoever computes them, and each is written in one atomic store. difficulty: hard
namespace Cases.U638;

public sealed class ProductKey : IEquatable<ProductKey>
{
    private readonly string[] _parts;
    private string? _text;
    private int _hash;

    public ProductKey(params string[] parts) => _parts = (string[])parts.Clone();

    public string Text => _text ??= string.Join('/', _parts);

    public bool Equals(ProductKey? other) => other is not null && _parts.AsSpan().SequenceEqual(other._parts);

    public override bool Equals(object? obj) => Equals(obj as ProductKey);

    public override int GetHashCode()
    {
        int hash = _hash;
        if (hash == 0)
        {
            hash = ComputeHash();
            _hash = hash;
        }
        return hash;
    }

    public override string ToString() => Text;

    private int ComputeHash()
    {
        int hash = 17;
        foreach (var part in _parts)
        {
            hash = unchecked((hash * 31) + part.GetHashCode());
        }
        return hash == 0 ? 1 : hash;
    }
}

public static class CatalogueIndex
{
    public static int CountKnown(IReadOnlySet<ProductKey> known, IReadOnlyList<ProductKey> asked) =>
        asked.AsParallel().Count(key => known.Contains(key) && key.Text.Length > 0);
}
