namespace Blind.C1214;

public sealed record KeySet(string Issuer, string Json);

public sealed class KeySetCache
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Task<KeySet>> _known = new();
    private readonly HttpClient _http;
    private int _fetches;

    public KeySetCache(HttpClient http)
    {
        _http = http;
    }

    public async Task<KeySet> GetAsync(string issuer)
    {
        Task<KeySet>? pending;
        TaskCompletionSource<KeySet>? mine = null;
        lock (_gate)
        {
            if (!_known.TryGetValue(issuer, out pending))
            {
                mine = new TaskCompletionSource<KeySet>(TaskCreationOptions.RunContinuationsAsynchronously);
                pending = mine.Task;
                _known.Add(issuer, pending);
                _fetches++;
            }
        }

        if (mine != null)
        {
            try
            {
                var json = await _http.GetStringAsync(issuer + "/jwks");
                mine.SetResult(new KeySet(issuer, json));
            }
            catch (Exception e)
            {
                lock (_gate)
                {
                    _known.Remove(issuer);
                }

                mine.SetException(e);
            }
        }

        return await pending;
    }

    public int Fetches
    {
        get
        {
            lock (_gate)
            {
                return _fetches;
            }
        }
    }
}
