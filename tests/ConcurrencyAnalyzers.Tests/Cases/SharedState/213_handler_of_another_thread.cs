// A thread of the feed raises the event; the subscriber, which knows no threads, reads what its handler fills.
namespace Cases.S213;

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
    private readonly List<decimal> _values = [];
    public Average(Feed feed) => feed.Tick += OnTick;
    private void OnTick(decimal v) => _values.Add(v); // expect: RACE#1
    public decimal Current() => _values.Count == 0 ? 0 : _values.Average(); // expect: RACE#1
}
