// The dictionary leaves through an out parameter.
namespace Cases.P118;

public sealed class Scoreboard
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _points = [];

    public void Score(string player)
    {
        lock (_gate)
        {
            _points[player] = _points.GetValueOrDefault(player) + 1;
        }
    }

    public bool TryGet(out Dictionary<string, int>? points)
    {
        lock (_gate)
        {
            points = _points; // expect: ESCAPES_LOCK
            return _points.Count > 0;
        }
    }
}
