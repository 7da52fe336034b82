// The two ends of the window are stored one after the other, and compared by another thread: they can be of different windows.
namespace Cases.S251;

public sealed class Replay
{
    private int _first;
    private int _last;

    public int CountEmpty(IEnumerable<int> starts)
    {
        var mover = Task.Run(() =>
        {
            foreach (var start in starts)
            {
                _first = start;
                _last = start + 10;
            }
        });
        var empty = 0;
        while (!mover.IsCompleted)
        {
            if (_last <= _first) // expect: RACE
            {
                empty++;
            }
        }

        mover.Wait();
        return empty;
    }
}
