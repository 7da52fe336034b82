// Lazy<T> runs its factory once, whichever thread asks first, and all others wait for that one sequence. difficulty: easy
namespace Cases.U418;

public sealed class OrderSequence(string prefix)
{
    private int _last;

    public string Next() => $"{prefix}-{Interlocked.Increment(ref _last):D6}";
}

public sealed class OrderDesk
{
    private readonly Lazy<OrderSequence> _sequence;

    public OrderDesk(Func<string> readPrefix)
    {
        _sequence = new Lazy<OrderSequence>(() => new OrderSequence(readPrefix()));
    }

    public Task<string[]> TakeAsync(int orders) =>
        Task.WhenAll(Enumerable.Range(0, orders).Select(_ => Task.Run(() => _sequence.Value.Next())));
}
