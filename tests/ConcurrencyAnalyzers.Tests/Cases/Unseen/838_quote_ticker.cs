// The 40-byte Quote struct is copied by the feed thread and by readers without a lock, so a reader can get the bid of one quote and the ask of another. difficulty: medium
namespace Cases.U838;

public readonly record struct Quote(decimal Bid, decimal Ask, long Sequence);

public sealed class QuoteTicker : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<CancellationToken, Quote?> _next;
    private readonly Thread _feed;
    private Quote _last;

    public QuoteTicker(Func<CancellationToken, Quote?> next)
    {
        _next = next;
        _feed = new Thread(Listen) { IsBackground = true };
        _feed.Start();
    }

    public Quote Last => _last; // expect: NON_ATOMIC#1, RACE?

    public decimal Spread
    {
        get
        {
            var quote = _last; // expect: NON_ATOMIC#1, RACE?
            return quote.Ask - quote.Bid;
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _feed.Join();
        _stop.Dispose();
    }

    private void Listen()
    {
        while (_next(_stop.Token) is { } quote)
        {
            _last = quote; // expect: NON_ATOMIC#1, RACE?
        }
    }
}
