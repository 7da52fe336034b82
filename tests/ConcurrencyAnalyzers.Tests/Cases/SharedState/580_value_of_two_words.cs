// What takes two steps to store is always stored under a lock, and read without it.
namespace Cases.S580;

public sealed class Account
{
    private readonly object _gate = new();
    private decimal _balance;

    public decimal Balance => _balance; // expect: INCONSISTENT_LOCK

    public void Deposit(decimal amount)
    {
        lock (_gate)
        {
            _balance += amount;
        }
    }
}

public sealed class Election
{
    private readonly object _gate = new();
    private Guid _leader;
    private DateTimeOffset _since;

    public bool Leads(Guid member) => _leader == member; // expect: INCONSISTENT_LOCK

    public TimeSpan Length() => DateTimeOffset.UtcNow - _since; // expect: INCONSISTENT_LOCK

    public void Elect(Guid member)
    {
        lock (_gate)
        {
            _leader = member;
            _since = DateTimeOffset.UtcNow;
        }
    }
}

public readonly record struct Quote(double Bid, double Ask, long At);

public sealed class QuoteLine
{
    private readonly Lock _gate = new();
    private Quote _last;

    public Quote Last() => _last; // expect: INCONSISTENT_LOCK

    public void Update(Quote quote)
    {
        lock (_gate)
        {
            if (quote.At > _last.At)
                _last = quote;
        }
    }
}
