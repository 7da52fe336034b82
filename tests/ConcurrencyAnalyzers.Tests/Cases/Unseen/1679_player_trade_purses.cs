// Players of a game trade gold while they also earn it by quests. difficulty: medium
namespace Cases.U1679;

public sealed class Purse(int owner, int gold)
{
    private readonly Lock _gate = new();
    private int _gold = gold;

    public int Owner => owner;

    public int Gold
    {
        get
        {
            lock (_gate)
            {
                return _gold;
            }
        }
    }

    public void Earn(int amount)
    {
        lock (_gate)
        {
            _gold += amount;
        }
    }

    public bool TryPay(Purse receiver, int amount)
    {
        lock (_gate)
        {
            if (_gold < amount)
            {
                return false;
            }
            _gold -= amount;
            receiver._gold += amount; // expect: INCONSISTENT_LOCK, RACE?
            return true;
        }
    }
}

public sealed class Marketplace(IReadOnlyList<Purse> purses)
{
    private int _trades;

    public int Trades => Volatile.Read(ref _trades);

    public void Trade(int buyer, int seller, int price)
    {
        if (buyer != seller && purses[buyer].TryPay(purses[seller], price))
        {
            Interlocked.Increment(ref _trades);
        }
    }
}

static class Program
{
    static void Main()
    {
        var purses = Enumerable.Range(0, 6).Select(owner => new Purse(owner, 100)).ToList();
        var market = new Marketplace(purses);
        var quests = new Thread(() =>
        {
            for (int i = 0; i < 600; i++)
            {
                purses[i % 6].Earn(1);
            }
        });
        quests.Start();
        Parallel.For(0, 3_000, i => market.Trade(i % 6, (i * 5 + 1) % 6, 1 + i % 4));
        quests.Join();
        Console.WriteLine($"{purses.Sum(purse => purse.Gold)} after {market.Trades} trades");
    }
}
