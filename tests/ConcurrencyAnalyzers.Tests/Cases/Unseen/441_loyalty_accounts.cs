// Find hands out the mutable account that Earn changes under the lock: the statement adds up points and visits of different moments. difficulty: hard
namespace Cases.U441;

public sealed class LoyaltyAccount
{
    public int Points;
    public int Visits;
    public readonly List<string> Purchases = [];
}

public sealed class LoyaltyProgram
{
    private readonly object _gate = new();
    private readonly Dictionary<string, LoyaltyAccount> _accounts = [];

    public void Earn(string card, string article, int points)
    {
        lock (_gate)
        {
            if (!_accounts.TryGetValue(card, out var account))
            {
                account = _accounts[card] = new LoyaltyAccount();
            }
            account.Points += points;
            account.Visits++;
            account.Purchases.Add(article);
        }
    }

    public LoyaltyAccount? Find(string card)
    {
        lock (_gate)
        {
            return _accounts.GetValueOrDefault(card); // expect: ESCAPES_LOCK
        }
    }
}
