// The lock is taken by a helper that runs the given action under it.
namespace Cases.S070;

public sealed class Thermostat
{
    private readonly object _gate = new();
    private int _target = 20;
    private int _changes;

    public void Warmer() => Locked(() =>
    {
        _target++;
        _changes++;
    });

    public int Changes()
    {
        int result = 0;
        Locked(() => result = _changes);
        return result;
    }

    public int Fight(int family)
    {
        var people = Enumerable.Range(0, family).Select(_ => new Thread(Warmer)).ToList();
        people.ForEach(p => p.Start());
        people.ForEach(p => p.Join());
        return Changes();
    }

    private void Locked(Action action)
    {
        lock (_gate)
        {
            action();
        }
    }
}
