// A semaphore with one slot is the async mutex: check, fetch and store all happen between WaitAsync and Release. difficulty: medium
namespace Cases.U981;

public sealed class AccessToken(Func<Task<(string Token, DateTime Expires)>> fetch)
{
    private readonly SemaphoreSlim _mutex = new(1, 1);
    private string? _token;
    private DateTime _expires;

    public async Task<string> GetAsync()
    {
        await _mutex.WaitAsync();
        try
        {
            if (_token == null || _expires <= DateTime.UtcNow)
            {
                (_token, _expires) = await fetch();
            }
            return _token;
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async Task InvalidateAsync()
    {
        await _mutex.WaitAsync();
        try
        {
            _token = null;
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async Task<string[]> CallAllAsync(IEnumerable<Func<string, Task<string>>> calls) =>
        await Task.WhenAll(calls.Select(call => Task.Run(async () => await call(await GetAsync()))));
}
