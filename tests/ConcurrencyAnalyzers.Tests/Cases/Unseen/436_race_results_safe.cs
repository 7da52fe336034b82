// The query is turned into a list, or into a number, before the lock is released. difficulty: easy
namespace Cases.U436;

public sealed record Finish(string Runner, TimeSpan Time);

public sealed class RaceResults
{
    private readonly object _gate = new();
    private readonly List<Finish> _finishes = [];

    public void Record(string runner, TimeSpan time)
    {
        lock (_gate)
        {
            _finishes.Add(new Finish(runner, time));
        }
    }

    public IEnumerable<Finish> Podium()
    {
        lock (_gate)
        {
            return _finishes.OrderBy(finish => finish.Time).Take(3).ToList();
        }
    }

    public TimeSpan? Best()
    {
        lock (_gate)
        {
            var times = _finishes.Select(finish => finish.Time);
            return _finishes.Count == 0 ? null : times.Min();
        }
    }
}
