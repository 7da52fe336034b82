// The nearest safe twins: both are copied under the lock; what is read beside is changed by itself too, or is a mere limit.
namespace Cases.S307;

public sealed class Till
{
    private readonly object _sales = new();
    private readonly List<int> _prices = [];
    private int _sum;
    private int _rings;
    private int _limit = 100;

    public void Ring(int price)
    {
        lock (_sales)
        {
            _prices.Add(price);
            _sum += price;
            _rings++;
        }
    }

    public void Tap()
    {
        lock (_sales)
        {
            _rings++;
        }
    }

    public void Limit(int limit) => _limit = limit;

    public string Print()
    {
        int[] prices;
        int sum;
        lock (_sales)
        {
            prices = _prices.ToArray();
            sum = _sum;
        }
        return $"{string.Join(' ', prices)}: {sum} of {_limit}";
    }

    public int Rings => _rings;

    public bool IsFull => _rings > _limit;
}
