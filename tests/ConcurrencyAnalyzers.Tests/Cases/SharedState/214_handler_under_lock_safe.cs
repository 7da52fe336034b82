// The same with a lock around both.
namespace Cases.S214;

public sealed class Feed
{
    public event Action<decimal>? Tick;
    public void Start(Func<decimal> next)
    {
        var t = new Thread(() => { while (true) { Tick?.Invoke(next()); Thread.Sleep(10); } }) { IsBackground = true };
        t.Start(); // expect: MISSING_JOIN?
    }
}
public sealed class Average
{
    private readonly object _gate = new();
    private readonly List<decimal> _values = [];
    public Average(Feed feed) => feed.Tick += OnTick;
    private void OnTick(decimal v)
    {
        lock (_gate)
        {
            _values.Add(v);
        }
    }
    public decimal Current()
    {
        lock (_gate)
        {
            return _values.Count == 0 ? 0 : _values.Average();
        }
    }
}
