// The lock is a struct in a read-only field: each call works on a copy, and nobody is kept out.
namespace CopyOfALock;

public sealed class TideTable
{
    private readonly SpinLock _latch = new();
    private readonly Dictionary<string, double> _levels = [];

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
        _levels[harbour] = level; // expect: RACE
        if (isHeld)
        {
            _latch.Exit();
        }
    }
}
