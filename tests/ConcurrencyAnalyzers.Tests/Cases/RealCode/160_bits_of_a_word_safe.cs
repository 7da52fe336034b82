using System.Threading;

namespace Cases.R160;

// A struct of one word: its plain setters are for copies and for records that nobody else sees yet, which its callers know.
struct Header
{
    private const long Sealed = 1;
    private const long Valid = 2;
    private long _word;

    public void Unseal() => _word = (_word & ~Sealed) | Valid;

    public void Invalidate()
    {
        while (true)
        {
            var seen = _word;
            if (Interlocked.CompareExchange(ref _word, seen & ~Valid, seen) == seen)
            {
                return;
            }
        }
    }
}
