// The semaphore is released between the look at the stock and the deduction: two orders may both take the last piece. difficulty: hard
namespace Cases.U569;

public sealed class Warehouse(Func<string, Task> confirm)
{
    private readonly SemaphoreSlim _mutex = new(1, 1);
    private readonly Dictionary<string, int> _stock = [];

    public async Task<bool> OrderAsync(string article)
    {
        int available;
        await _mutex.WaitAsync();
        try
        {
            available = _stock.GetValueOrDefault(article);
        }
        finally
        {
            _mutex.Release();
        }

        if (available == 0)
        {
            return false;
        }

        await confirm(article);
        await _mutex.WaitAsync();
        try
        {
            _stock[article] = available - 1; // expect: CHECK_THEN_ACT
        }
        finally
        {
            _mutex.Release();
        }
        return true;
    }
}
