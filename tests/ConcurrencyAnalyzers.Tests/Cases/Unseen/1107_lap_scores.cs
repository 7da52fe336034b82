namespace Cases.L1107;

public sealed class LapScores
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, TimeSpan> _best = new();
    private readonly List<string> _incidents = new();

    public void Lap(int car, TimeSpan time)
    {
        lock (_lock)
        {
            if (!_best.TryGetValue(car, out TimeSpan best) || time < best)
            {
                _best[car] = time;
            }
        }
    }

    public void Incident(string text)
    {
        lock (_lock)
        {
            _incidents.Add(text);
        }
    }

    public async Task WriteGridAsync(TextWriter writer)
    {
        SortedDictionary<int, TimeSpan> grid;
        lock (_lock)
        {
            grid = _best; // expect: ESCAPES_LOCK#1
        }
        foreach (var (car, best) in grid) // expect: ESCAPES_LOCK#1, RACE?, INCONSISTENT_LOCK?
        {
            await writer.WriteLineAsync($"{car,3} {best:mm\\:ss\\.fff}");
        }
    }

    public bool TryGetIncidents(out IReadOnlyCollection<string> incidents)
    {
        lock (_lock)
        {
            incidents = _incidents; // expect: ESCAPES_LOCK
            return _incidents.Count > 0;
        }
    }

    public void Disqualify(int car)
    {
        lock (_lock)
        {
            _best.Remove(car);
            _incidents.Add($"car {car} disqualified");
        }
    }
}
