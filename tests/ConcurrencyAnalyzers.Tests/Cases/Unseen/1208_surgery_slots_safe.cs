namespace Blind.C1208;

public interface ISterileStore
{
    bool HasKit(int theatre);
}

public sealed class Surgery
{
    private readonly object _gate = new();
    private readonly SortedSet<int> _free = new();
    private readonly Dictionary<int, string> _occupied = new();
    private readonly ISterileStore _store;

    public Surgery(ISterileStore store, int theatres)
    {
        _store = store;
        for (var i = 1; i <= theatres; i++)
        {
            _free.Add(i);
        }
    }

    public int Reserve(string patient)
    {
        int[] candidates;
        lock (_gate)
        {
            candidates = _free.ToArray();
        }

        foreach (var theatre in candidates)
        {
            if (!_store.HasKit(theatre))
            {
                continue;
            }

            lock (_gate)
            {
                if (!_free.Remove(theatre))
                {
                    continue;
                }

                _occupied[theatre] = patient;
            }

            return theatre;
        }

        return 0;
    }

    public void Release(int theatre)
    {
        lock (_gate)
        {
            if (_occupied.Remove(theatre))
            {
                _free.Add(theatre);
            }
        }
    }
}

public static class Planner
{
    public static async Task<int[]> DayAsync(Surgery surgery, IEnumerable<string> patients)
    {
        return await Task.WhenAll(patients.Select(p => Task.Run(() => surgery.Reserve(p))));
    }
}
