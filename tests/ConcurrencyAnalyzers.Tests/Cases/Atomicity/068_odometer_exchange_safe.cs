// Loops that work the sum out anew; a first value that everybody may set; a guess that is given up where it fails.
namespace Cases.Atomicity.S068;

public sealed class Odometer
{
    private int _metres;
    private int _start = -1;

    public int Metres => Volatile.Read(ref _metres);

    public void Drive(int metres)
    {
        int before, after;
        do
        {
            before = Volatile.Read(ref _metres);
            after = before + metres;
        }
        while (Interlocked.CompareExchange(ref _metres, after, before) != before);
    }

    public void Begin(int metres) => Interlocked.CompareExchange(ref _start, metres, -1);

    public bool TryDrive(int metres)
    {
        var before = Volatile.Read(ref _metres);
        return Interlocked.CompareExchange(ref _metres, before + metres, before) == before;
    }

    public int DriveOn(int metres)
    {
        var seen = Volatile.Read(ref _metres);
        while (true)
        {
            var found = Interlocked.CompareExchange(ref _metres, seen + metres, seen);
            if (found == seen)
            {
                return seen + metres;
            }
            seen = found;
        }
    }
}
