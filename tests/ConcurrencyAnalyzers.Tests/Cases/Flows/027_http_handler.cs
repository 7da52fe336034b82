// HttpClient sends from many threads through one handler.
using System.Net.Http.Headers;

namespace Cases.F027;

public sealed class TokenHandler : DelegatingHandler
{
    private readonly Dictionary<string, string> _tokens = new();
    private int _sent;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _sent++; // expect: RACE
        if (!_tokens.TryGetValue(request.RequestUri!.Host, out var token)) // expect: RACE
        {
            token = await FetchAsync();
            _tokens[request.RequestUri.Host] = token; // expect: RACE
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await base.SendAsync(request, cancellationToken);
    }

    private static Task<string> FetchAsync() => Task.FromResult("token");
}
