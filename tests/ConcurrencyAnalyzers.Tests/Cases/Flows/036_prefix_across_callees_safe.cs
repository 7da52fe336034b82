// What Start does before the timer exists is done when the first callback comes, through callees too.
namespace Cases.F036;

public sealed class Sweeper
{
    private Dictionary<string, int> _ages = new();
    private Timer? _timer;

    public void Start()
    {
        Prepare();
        Schedule();
    }

    private void Prepare()
    {
        _ages = new Dictionary<string, int>();
        _ages["first"] = 0;
    }

    private void Schedule() => _timer = new Timer(_ => Sweep(), null, 1000, Timeout.Infinite);

    private void Sweep()
    {
        foreach (var key in _ages.Keys.ToArray())
            _ages[key]++;
        _timer?.Change(1000, Timeout.Infinite);
    }
}
