namespace Hospital.BloodBank;

public enum BloodGroup { O, A, B, AB }

public sealed class Depot(int id, string city)
{
    private readonly object _gate = new();
    private readonly Dictionary<BloodGroup, int> _units = [];

    public int Id => id;
    public string City => city;

    public void Receive(BloodGroup group, int units)
    {
        lock (_gate)
        {
            Add(group, units);
        }
    }

    public bool TryIssue(BloodGroup group, int units)
    {
        lock (_gate)
        {
            return Remove(group, units);
        }
    }

    public static bool Move(Depot from, Depot to, BloodGroup group, int units)
    {
        if (ReferenceEquals(from, to))
        {
            return false;
        }
        Depot first = from.Id < to.Id ? from : to;
        Depot second = ReferenceEquals(first, from) ? to : from;
        lock (first._gate)
        {
            lock (second._gate)
            {
                if (!from.Remove(group, units))
                {
                    return false;
                }
                to.Add(group, units);
                return true;
            }
        }
    }

    public IReadOnlyDictionary<BloodGroup, int> Stock()
    {
        lock (_gate)
        {
            return new Dictionary<BloodGroup, int>(_units);
        }
    }

    private void Add(BloodGroup group, int units) => _units[group] = _units.GetValueOrDefault(group) + units;

    private bool Remove(BloodGroup group, int units)
    {
        int have = _units.GetValueOrDefault(group);
        if (have < units)
        {
            return false;
        }
        _units[group] = have - units;
        return true;
    }
}

public static class Program
{
    public static void Main()
    {
        Depot[] depots = [new(1, "Graz"), new(2, "Linz"), new(3, "Wels")];
        foreach (Depot depot in depots)
        {
            depot.Receive(BloodGroup.O, 100);
        }
        Parallel.For(0, 1000, i => Depot.Move(depots[i % 3], depots[(i + 1 + i % 2) % 3], BloodGroup.O, i % 7));
        Console.WriteLine(depots.Sum(d => d.Stock()[BloodGroup.O]));
    }
}
