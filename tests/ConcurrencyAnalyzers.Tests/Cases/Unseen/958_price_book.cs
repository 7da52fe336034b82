// Writers take one lock and readers another: a lookup runs while the dictionary is resized. difficulty: medium
namespace Cases.U958;

public sealed class PriceBook
{
    private readonly object _readGate = new();
    private readonly object _writeGate = new();
    private readonly Dictionary<string, decimal> _prices = [];

    public void Update(string article, decimal price)
    {
        lock (_writeGate)
        {
            _prices[article] = price; // expect: INCONSISTENT_LOCK#1, RACE?
        }
    }

    public void Discontinue(string article)
    {
        lock (_writeGate)
        {
            _prices.Remove(article); // expect: INCONSISTENT_LOCK#1, RACE?
        }
    }

    public decimal? PriceOf(string article)
    {
        lock (_readGate)
        {
            return _prices.TryGetValue(article, out var price) ? price : null; // expect: INCONSISTENT_LOCK#1, RACE?
        }
    }
}
