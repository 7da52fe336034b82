// An access token shared by concurrent calls and renewed under an async lock.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U598;

public sealed class AccessToken
{
    public string Value { get; set; } = "";

    public DateTimeOffset ExpiresAt { get; set; }
}

public sealed class TokenProvider
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly AccessToken _token = new();
    private readonly Func<Task<(string Value, TimeSpan Lifetime)>> _request;
    private int _renewals;

    public TokenProvider(Func<Task<(string Value, TimeSpan Lifetime)>> request) => _request = request;

    public async Task<string> GetAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            if (_token.ExpiresAt <= DateTimeOffset.UtcNow)
            {
                await RenewAsync().ConfigureAwait(false);
            }

            return _token.Value;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<int> InvalidateAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            _token.ExpiresAt = DateTimeOffset.MinValue;
            return _renewals;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task RenewAsync()
    {
        var (value, lifetime) = await _request().ConfigureAwait(false);
        _token.Value = value;
        _token.ExpiresAt = DateTimeOffset.UtcNow + lifetime;
        _renewals++;
    }
}

public sealed class InvoiceClient(HttpClient http, TokenProvider tokens)
{
    public Task<string[]> GetAllAsync(IEnumerable<int> ids, CancellationToken ct) =>
        Task.WhenAll(ids.Select(id => GetAsync(id, ct)));

    private async Task<string> GetAsync(int id, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/invoices/{id}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(ct));
        using var response = await http.SendAsync(request, ct);
        return await response.Content.ReadAsStringAsync(ct);
    }
}
