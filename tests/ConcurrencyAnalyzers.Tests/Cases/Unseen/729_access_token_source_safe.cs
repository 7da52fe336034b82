// The semaphore with one slot is awaited around every use of the two fields and released in finally. difficulty: medium
namespace Cases.U729;

public sealed record AccessToken(string Value, DateTimeOffset ExpiresAt);

public interface IIdentityServer
{
    Task<AccessToken> IssueAsync(string client, CancellationToken cancel);
}

public sealed class AccessTokenSource(IIdentityServer server, string client, TimeProvider clock)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private AccessToken? _current;
    private int _renewals;

    public async Task<string> GetAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (_current == null || _current.ExpiresAt <= clock.GetUtcNow())
            {
                _current = await server.IssueAsync(client, cancel).ConfigureAwait(false);
                _renewals++;
            }
            return _current.Value;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task InvalidateAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            _current = null;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<int> RenewalsAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            return _renewals;
        }
        finally
        {
            _gate.Release();
        }
    }
}
