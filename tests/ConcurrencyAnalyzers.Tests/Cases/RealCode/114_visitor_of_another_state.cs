// Who owns the list says so under the lock; the visitor only asks there whether it has come to its end.
namespace Cases.R114;

public enum Phase
{
    Idle,
    Filling,
    Closed,
}

public sealed class Basket
{
    private readonly object _gate = new();
    private readonly List<int> _items = new();
    private Phase _phase;

    public void Run()
    {
        var filler = new Thread(Fill);
        filler.Start();
        Clear();
        filler.Join();
    }

    private void Fill()
    {
        lock (_gate)
            _phase = Phase.Filling;
        _items.Add(1); // expect: RACE#1
        lock (_gate)
            _phase = Phase.Idle;
    }

    private void Clear()
    {
        lock (_gate)
        {
            if (_phase == Phase.Closed)
                return;
            _items.Clear(); // expect: RACE#1
        }
    }
}
