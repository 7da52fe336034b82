// CONC1002: a list is enumerated without the lock under which it grows
namespace Stress;

public sealed class Roster
{
    private readonly object _gate = new();
    private readonly List<int> _names = [];

    public void Join(int name)
    {
        lock (_gate)
        {
            _names.Add(name);
        }
    }

    public void Leave(int name)
    {
        lock (_gate)
        {
            _names.Remove(name);
        }
    }

    public long Total()
    {
        long total = 0;
        foreach (var name in _names)
            total += name;
        return total;
    }

    public static int Run() => Rounds.Play(() =>
    {
        var roster = new Roster();
        for (var i = 0; i < 1_000; i++)
            roster.Join(1);
        var busy = Task.Run(() =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                roster.Join(1);
                roster.Leave(1);
            }
        });
        var right = true;
        while (!busy.IsCompleted)
            right &= roster.Total() is 1_000 or 1_001;
        busy.Wait();
        return right;
    });
}
