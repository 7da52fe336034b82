using System.Threading;

namespace RealCode323;

// Links are counted as they are appended, and nobody is told that only one may append.
public sealed class Chain
{
    private volatile int _count;
    private long _last;

    public int Count => _count;

    public long Last => Interlocked.Read(ref _last);

    /// <summary>Appends a link.</summary>
    public void Append(long link)
    {
        Interlocked.Exchange(ref _last, link);
        _count++; // expect: NON_ATOMIC
    }
}
