// In a struct, this is whatever variable the caller names: a copy of his own here, the word that all share there.
namespace Cases.R127;

public struct Header
{
    private const long Valid = 1;
    private const long Sealed = 2;

    private long _word;

    public readonly bool IsSealed => (_word & Sealed) != 0;

    public void SetValid() => _word |= Valid;

    public void ClearValid() => _word &= ~Valid;

    public bool TrySeal()
    {
        var expected = Volatile.Read(ref _word);
        return (expected & Sealed) == 0 && Interlocked.CompareExchange(ref _word, expected | Sealed, expected) == expected;
    }

    public void SealForGood() => Interlocked.Or(ref _word, Sealed);
}

public sealed class Page
{
    private readonly Header[] _headers = new Header[16];

    public bool TrySeal(int slot) => _headers[slot].TrySeal();

    public static Header Fresh()
    {
        var header = new Header();
        header.SetValid();
        return header;
    }
}
