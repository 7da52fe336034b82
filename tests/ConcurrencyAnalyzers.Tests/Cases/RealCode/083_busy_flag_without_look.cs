// The nearest wrong one: the flag is set, but nobody looks at it before.
namespace Cases.R083;

public sealed class Cleaner
{
    private readonly object _gate = new();
    private bool _busy;
    private int _rounds;

    public void Start()
    {
        for (var i = 0; i < 4; i++)
            new Thread(Clean).Start();
    }

    public bool IsBusy
    {
        get
        {
            lock (_gate)
                return _busy;
        }
    }

    private void Clean()
    {
        lock (_gate)
            _busy = true;
        _rounds++; // expect: RACE
        lock (_gate)
            _busy = false;
    }
}
