// A hash that is kept: two that make it at once make the same.
namespace Cases.R301;

public sealed class Letter(string text)
{
    private int _hash;
    private bool _isMade;

    public override bool Equals(object? other) => other is Letter { Text: var theirs } && theirs == Text;

    public string Text { get; } = text;

    public override int GetHashCode()
    {
        if (Volatile.Read(ref _isMade))
            return _hash;
        var made = string.GetHashCode(Text, StringComparison.Ordinal);
        Volatile.Write(ref _hash, made);
        Volatile.Write(ref _isMade, true);
        return made;
    }
}
