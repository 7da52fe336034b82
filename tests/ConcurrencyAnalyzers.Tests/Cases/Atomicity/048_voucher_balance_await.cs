// Two payments pass the test before either is booked. The type expects several callers: elsewhere it waits its turn.
namespace Cases.Atomicity.S048;

public sealed class Voucher(Func<decimal, Task> book)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<string> _log = [];
    private decimal _balance = 100;

    public async Task<bool> PayAsync(decimal amount)
    {
        if (_balance < amount)
            return false;
        await book(amount);
        _balance -= amount; // expect: RACE
        return true;
    }

    public async Task LogAsync(string line)
    {
        await _turn.WaitAsync();
        try
        {
            _log.Add(line);
            await Task.Yield();
        }
        finally
        {
            _turn.Release();
        }
    }
}
