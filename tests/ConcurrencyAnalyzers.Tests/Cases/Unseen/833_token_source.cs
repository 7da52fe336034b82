// Invalidate clears the token without the semaphore, so GetAsync can return null between its check and its return. difficulty: medium
namespace Cases.U833;

public sealed class TokenSource
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Func<CancellationToken, Task<(string Token, TimeSpan Life)>> _request;
    private string? _token;
    private DateTimeOffset _expires;

    public TokenSource(Func<CancellationToken, Task<(string Token, TimeSpan Life)>> request)
    {
        _request = request;
    }

    public async Task<string> GetAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (_token is null || _expires <= DateTimeOffset.UtcNow)
            {
                var (token, life) = await _request(cancel).ConfigureAwait(false);
                _token = token;
                _expires = DateTimeOffset.UtcNow + life - TimeSpan.FromSeconds(30);
            }
            return _token;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Invalidate()
    {
        _token = null; // expect: INCONSISTENT_LOCK#1
        _expires = DateTimeOffset.MinValue; // expect: INCONSISTENT_LOCK#1
    }
}
