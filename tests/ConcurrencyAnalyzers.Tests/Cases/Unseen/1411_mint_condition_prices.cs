// Prices of rare coins are asked from a dealer and kept for a while; outdated prices are thrown away. difficulty: hard
using System.Collections.Concurrent;

namespace Cabinet.C1411;

public sealed record CoinQuote(decimal Price, DateTime ValidUntil);

public sealed class RareCoinQuotes(Func<string, decimal> askDealer, TimeSpan lifetime)
{
    private readonly ConcurrentDictionary<string, CoinQuote> _quotes = new();

    public decimal PriceOf(string coin)
    {
        var quote = _quotes.GetOrAdd(coin, Ask);
        return quote.ValidUntil >= DateTime.UtcNow ? quote.Price : Renew(coin).Price; // expect: CHECK_THEN_ACT?
    }

    public int DropOutdated()
    {
        int dropped = 0;
        foreach (var (coin, quote) in _quotes)
        {
            if (quote.ValidUntil < DateTime.UtcNow && _quotes.TryRemove(coin, out _)) // expect: CHECK_THEN_ACT
            {
                dropped++;
            }
        }
        return dropped;
    }

    private CoinQuote Renew(string coin) => _quotes[coin] = Ask(coin); // expect: CHECK_THEN_ACT?

    private CoinQuote Ask(string coin) => new(askDealer(coin), DateTime.UtcNow + lifetime);
}
