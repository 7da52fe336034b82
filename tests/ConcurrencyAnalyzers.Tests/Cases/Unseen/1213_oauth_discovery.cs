namespace Blind.C1213;

public sealed record ProviderMetadata(string Issuer, string JwksUri);

public sealed class DiscoveryCache
{
    private readonly object _gate = new();
    private readonly Dictionary<string, ProviderMetadata> _known = new();
    private readonly HttpClient _http;
    private int _misses;

    public DiscoveryCache(HttpClient http)
    {
        _http = http;
    }

    public async Task<ProviderMetadata> GetAsync(string issuer)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(issuer, out var known))
            {
                return known;
            }

            _misses++;
        }

        var text = await _http.GetStringAsync(issuer + "/.well-known/openid-configuration");
        var metadata = new ProviderMetadata(issuer, Extract(text, "jwks_uri"));
        _known[issuer] = metadata; // expect: INCONSISTENT_LOCK
        return metadata;
    }

    public void Forget(string issuer)
    {
        lock (_gate)
        {
            _known.Remove(issuer);
            _misses = 0;
        }
    }

    private static string Extract(string json, string name)
    {
        var at = json.IndexOf(name, StringComparison.Ordinal);
        return at < 0 ? string.Empty : json[(at + name.Length)..].Split('"')[2];
    }
}
