// One step each; and a value that goes with its key, so that it does not matter who stores it.
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace AskedByAHelperSafe;

public sealed record Hut(string Id, string Name, IReadOnlyList<string> Peaks);

public sealed class HutBook
{
    private const int Seats = 12;
    private readonly ConcurrentDictionary<string, string> _nearest = new();
    private readonly ConcurrentDictionary<string, string> _names = new();
    private readonly List<string> _seated = new();

    public void Enter(IEnumerable<Hut> huts) => Parallel.ForEach(huts, Enter);

    private void Enter(Hut hut)
    {
        foreach (var peak in hut.Peaks)
        {
            _nearest.TryAdd(peak, hut.Name);
        }
        if (!_names.ContainsKey(hut.Id))
        {
            _names[hut.Id] = hut.Name;
        }
        var key = hut.Id.ToLowerInvariant();
        if (!_names.ContainsKey(key))
        {
            _names[key] = hut.Name;
        }
        Seat(hut.Name);
    }

    private bool Seat(string name)
    {
        lock (_seated)
        {
            if (IsFull)
            {
                return false;
            }
            _seated.Add(name);
            return true;
        }
    }

    private bool IsFull => _seated.Count >= Seats;
}
