// Between ContainsKey and the insert an account is created over an await: the same user gets two accounts and one is lost. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U445;

public sealed class AccountProvisioning(Func<string, Task<int>> createAccount)
{
    private readonly ConcurrentDictionary<string, int> _accounts = new();

    public async Task<int> EnsureAsync(string user, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        if (!_accounts.ContainsKey(user))
        {
            int number = await createAccount(user);
            _accounts[user] = number; // expect: CHECK_THEN_ACT, LAZY_INIT?
        }
        return _accounts[user];
    }

    public static async Task<int> ImportAsync(AccountProvisioning provisioning, IEnumerable<string> rows)
    {
        int[] numbers = await Task.WhenAll(rows.Select(row => provisioning.EnsureAsync(row.Split(',')[0])));
        return numbers.Distinct().Count();
    }
}
