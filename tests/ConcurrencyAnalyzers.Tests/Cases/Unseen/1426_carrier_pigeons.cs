// Pigeon lofts send out their birds; the number of birds in the air is kept for all lofts together. difficulty: medium
namespace Cabinet.C1426;

public sealed class PigeonLoft(string town)
{
    private static readonly Dictionary<string, int> s_inTheAir = [];
    private readonly object _gate = new();
    private int _sent;

    public string Town => town;

    public int Sent
    {
        get
        {
            lock (_gate)
            {
                return _sent;
            }
        }
    }

    public void Send(string destination)
    {
        lock (_gate)
        {
            _sent++;
            s_inTheAir.TryGetValue(destination, out int flying); // expect: INCONSISTENT_LOCK#1, RACE?
            s_inTheAir[destination] = flying + 1; // expect: INCONSISTENT_LOCK#1, RACE?
        }
    }

    public static void Release(IEnumerable<PigeonLoft> lofts, string destination)
    {
        Parallel.ForEach(lofts, loft => loft.Send(destination));
    }
}
