// Balance is read and stored under the semaphore, but it is released for the fraud check between: two withdrawals start from the same balance. difficulty: medium
namespace Cases.U809;

public interface IFraudCheck
{
    Task<bool> ApprovesAsync(string account, decimal amount);
}

public sealed class WalletService(IFraudCheck fraud)
{
    private readonly SemaphoreSlim _mutex = new(1, 1);
    private readonly Dictionary<string, decimal> _balances = [];

    public async Task OpenAsync(string account, decimal opening)
    {
        await _mutex.WaitAsync();
        try
        {
            _balances.Add(account, opening);
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async Task<bool> WithdrawAsync(string account, decimal amount)
    {
        decimal balance = await ReadAsync(account);
        if (balance < amount || !await fraud.ApprovesAsync(account, amount))
        {
            return false;
        }
        await StoreAsync(account, balance - amount); // expect: CHECK_THEN_ACT#1, NON_ATOMIC?
        return true;
    }

    private async Task<decimal> ReadAsync(string account)
    {
        await _mutex.WaitAsync();
        try
        {
            return _balances[account];
        }
        finally
        {
            _mutex.Release();
        }
    }

    private async Task StoreAsync(string account, decimal balance)
    {
        await _mutex.WaitAsync();
        try
        {
            _balances[account] = balance; // expect: CHECK_THEN_ACT#1, NON_ATOMIC?
        }
        finally
        {
            _mutex.Release();
        }
    }
}
