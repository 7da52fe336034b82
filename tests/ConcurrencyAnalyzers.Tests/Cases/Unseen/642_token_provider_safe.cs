// Async lazy value: fast check on a volatile field, SemaphoreSlim around the await, second check inside, release in finally. difficulty: medium
namespace Cases.U642;

public sealed record AccessToken(string Value, DateTimeOffset ExpiresAt)
{
    public bool IsUsable => DateTimeOffset.UtcNow < ExpiresAt - TimeSpan.FromSeconds(30);
}

public interface IIdentityServer
{
    Task<AccessToken> IssueAsync(string clientId, CancellationToken token);
}

public sealed class TokenProvider(IIdentityServer server, string clientId)
{
    private readonly SemaphoreSlim _refresh = new(1, 1);
    private volatile AccessToken? _cached;

    public async ValueTask<string> GetAsync(CancellationToken token)
    {
        if (_cached is { IsUsable: true } cached)
        {
            return cached.Value;
        }

        await _refresh.WaitAsync(token).ConfigureAwait(false);
        try
        {
            var current = _cached;
            if (current is not { IsUsable: true })
            {
                current = await server.IssueAsync(clientId, token).ConfigureAwait(false);
                _cached = current;
            }
            return current.Value;
        }
        finally
        {
            _refresh.Release();
        }
    }
}

public sealed class PartnerApi(HttpClient http, TokenProvider tokens)
{
    public Task<string[]> GetAllAsync(IEnumerable<string> paths, CancellationToken token) =>
        Task.WhenAll(paths.Select(path => GetOneAsync(path, token)));

    private async Task<string> GetOneAsync(string path, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", await tokens.GetAsync(token).ConfigureAwait(false));
        using var response = await http.SendAsync(request, token).ConfigureAwait(false);
        return await response.Content.ReadAsStringAsync(token).ConfigureAwait(false);
    }
}
