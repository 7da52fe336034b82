// The semaphore has two seats, so two tasks are inside at once.
namespace Cases.S032;

public sealed class BusDepot
{
    private readonly SemaphoreSlim _bays = new(2);
    private int _washed;

    public async Task<int> WashAsync(int buses)
    {
        var all = new List<Task>();
        for (int i = 0; i < buses; i++)
        {
            all.Add(Task.Run(async () =>
            {
                await _bays.WaitAsync();
                try
                {
                    await Task.Delay(10);
                    _washed++; // expect: RACE
                }
                finally
                {
                    _bays.Release();
                }
            }));
        }

        await Task.WhenAll(all);
        return _washed;
    }
}
