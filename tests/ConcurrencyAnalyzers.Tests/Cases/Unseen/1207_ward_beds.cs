namespace Blind.C1207;

public interface INurseStation
{
    bool IsClean(int bed);
}

public sealed class Ward
{
    private readonly object _gate = new();
    private readonly SortedSet<int> _free = new();
    private readonly Dictionary<int, string> _occupied = new();
    private readonly INurseStation _station;

    public Ward(INurseStation station, int beds)
    {
        _station = station;
        for (var i = 1; i <= beds; i++)
        {
            _free.Add(i);
        }
    }

    public int Admit(string patient)
    {
        int[] candidates;
        lock (_gate)
        {
            candidates = _free.ToArray();
        }

        foreach (var bed in candidates)
        {
            if (!_station.IsClean(bed))
            {
                continue;
            }

            lock (_gate)
            {
                _free.Remove(bed); // expect: CHECK_THEN_ACT#1
                _occupied[bed] = patient; // expect: CHECK_THEN_ACT#1
            }

            return bed;
        }

        return 0;
    }

    public void Discharge(int bed)
    {
        lock (_gate)
        {
            if (_occupied.Remove(bed))
            {
                _free.Add(bed);
            }
        }
    }
}

public static class Admissions
{
    public static async Task<int[]> NightAsync(Ward ward, IEnumerable<string> arrivals)
    {
        return await Task.WhenAll(arrivals.Select(p => Task.Run(() => ward.Admit(p))));
    }
}
