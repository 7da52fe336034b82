// The nearest wrong one: an object, which is one and the same for all who have it.
namespace Cases.R128;

public sealed class Header
{
    private const long Valid = 1;
    private const long Sealed = 2;

    private long _word;

    public bool IsSealed => (Volatile.Read(ref _word) & Sealed) != 0;

    public void SetValid() => _word |= Valid; // expect: NON_ATOMIC

    public void ClearValid() => _word &= ~Valid; // expect: NON_ATOMIC

    public bool TrySeal()
    {
        var expected = Volatile.Read(ref _word);
        return (expected & Sealed) == 0 && Interlocked.CompareExchange(ref _word, expected | Sealed, expected) == expected;
    }

    public void SealForGood() => Interlocked.Or(ref _word, Sealed);
}
