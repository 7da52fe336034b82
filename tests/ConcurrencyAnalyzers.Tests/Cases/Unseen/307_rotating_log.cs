// The flusher swaps the two lists while the writer adds to whichever it just read: lines land in the list that is being flushed and cleared. difficulty: medium
namespace Cases.U307;

public sealed class RotatingLog(Action<IReadOnlyList<string>> flush)
{
    private List<string> _active = [];
    private List<string> _standby = [];

    public void Write(IEnumerable<string> lines, int rotations)
    {
        var flusher = new Thread(() =>
        {
            for (int i = 0; i < rotations; i++)
            {
                Rotate();
            }
        });
        flusher.Start();
        foreach (var line in lines)
        {
            _active.Add(line); // expect: RACE#1
        }
        flusher.Join();
        flush(_active);
    }

    private void Rotate()
    {
        (_active, _standby) = (_standby, _active); // expect: RACE#1
        flush(_standby); // expect: RACE?
        _standby.Clear(); // expect: RACE?
    }
}
