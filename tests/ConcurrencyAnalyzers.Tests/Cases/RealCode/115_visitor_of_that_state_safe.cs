// The safe twin: the visitor asks for the state that the owner has set.
namespace Cases.R115;

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
        _items.Add(1);
        lock (_gate)
            _phase = Phase.Idle;
    }

    private void Clear()
    {
        lock (_gate)
        {
            if (_phase is Phase.Closed or Phase.Filling)
                return;
            _items.Clear();
        }
    }
}
