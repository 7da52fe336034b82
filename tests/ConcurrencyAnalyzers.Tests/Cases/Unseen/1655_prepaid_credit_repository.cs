// Prepaid credit is kept in a repository behind a semaphore; calls are charged while they are running. difficulty: hard
// Blind: two steps by way of an interface.
namespace Cases.U1655;

public interface ICreditRepository
{
    Task<decimal> GetAsync(string account);
    Task SetAsync(string account, decimal credit);
}

public sealed class CreditRepository : ICreditRepository
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, decimal> _credit = [];

    public async Task<decimal> GetAsync(string account)
    {
        await _gate.WaitAsync();
        try
        {
            return _credit.GetValueOrDefault(account);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task SetAsync(string account, decimal credit)
    {
        await _gate.WaitAsync();
        try
        {
            _credit[account] = credit; // expect: CHECK_THEN_ACT?
        }
        finally
        {
            _gate.Release();
        }
    }
}

public sealed class ChargingService(ICreditRepository repository)
{
    public async Task<bool> ChargeAsync(string account, decimal amount)
    {
        decimal credit = await repository.GetAsync(account);
        if (credit < amount)
        {
            return false;
        }
        await repository.SetAsync(account, credit - amount); // blind: CHECK_THEN_ACT
        return true;
    }
}

static class Program
{
    static async Task Main()
    {
        var repository = new CreditRepository();
        await repository.SetAsync("alice", 10m);
        var charging = new ChargingService(repository);
        var charges = Enumerable.Range(0, 40).Select(_ => Task.Run(() => charging.ChargeAsync("alice", 0.5m)));
        bool[] charged = await Task.WhenAll(charges);
        Console.WriteLine($"{charged.Count(c => c)} charged, {await repository.GetAsync("alice")} left");
    }
}
