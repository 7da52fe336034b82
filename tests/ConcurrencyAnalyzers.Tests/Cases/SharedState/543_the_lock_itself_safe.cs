// The field that holds the lock can be changed, so that each call works on the one lock that there is.
namespace TheLockItselfSafe;

public sealed class TideTable
{
    private readonly Dictionary<string, double> _levels = [];
    private SpinLock _latch = new();

    public static TideTable Read(string[] harbours)
    {
        var table = new TideTable();
        Parallel.For(0, harbours.Length, i => table.Note(harbours[i], i));
        return table;
    }

    private void Note(string harbour, double level)
    {
        var isHeld = false;
        _latch.Enter(ref isHeld);
        _levels[harbour] = level;
        if (isHeld)
        {
            _latch.Exit();
        }
    }
}
