using System.Threading;

namespace Cases.R161;

sealed class Header
{
    private const long Sealed = 1;
    private const long Valid = 2;
    private long _word;

    public void Unseal() => _word = (_word & ~Sealed) | Valid; // expect: NON_ATOMIC

    public void Invalidate()
    {
        while (true)
        {
            var seen = Volatile.Read(ref _word);
            if (Interlocked.CompareExchange(ref _word, seen & ~Valid, seen) == seen)
            {
                return;
            }
        }
    }
}
