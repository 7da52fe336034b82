// The semaphore of one is held across the await; the helpers without a lock are only called by the method that holds it. difficulty: medium
namespace Cases.U816;

public sealed class TokenCache(Func<string, Task<(string Token, DateTimeOffset Expires)>> request)
{
    private readonly SemaphoreSlim _mutex = new(1, 1);
    private readonly Dictionary<string, (string Token, DateTimeOffset Expires)> _tokens = [];
    private int _requests;

    public Task<string[]> GetAllAsync(IEnumerable<string> audiences) =>
        Task.WhenAll(audiences.Select(audience => Task.Run(() => GetAsync(audience))));

    public async Task<int> RequestsAsync()
    {
        await _mutex.WaitAsync();
        try
        {
            return _requests;
        }
        finally
        {
            _mutex.Release();
        }
    }

    private async Task<string> GetAsync(string audience)
    {
        await _mutex.WaitAsync();
        try
        {
            if (Find(audience) is { } cached)
            {
                return cached;
            }
            (string Token, DateTimeOffset Expires) fresh = await request(audience);
            Store(audience, fresh);
            return fresh.Token;
        }
        finally
        {
            _mutex.Release();
        }
    }

    private string? Find(string audience) =>
        _tokens.TryGetValue(audience, out var known) && known.Expires > DateTimeOffset.UtcNow ? known.Token : null;

    private void Store(string audience, (string Token, DateTimeOffset Expires) token)
    {
        _tokens[audience] = token;
        _requests++;
    }
}
