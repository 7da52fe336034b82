// The turn is kept over the await.
namespace Cases.Atomicity.S049;

public sealed class Voucher(Func<decimal, Task> book)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private decimal _balance = 100;

    public async Task<bool> PayAsync(decimal amount)
    {
        await _turn.WaitAsync();
        try
        {
            if (_balance < amount)
                return false;
            await book(amount);
            _balance -= amount;
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }
}
