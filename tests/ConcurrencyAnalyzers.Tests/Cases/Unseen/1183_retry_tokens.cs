namespace Blind.C1183;

public abstract class RetryTokens
{
    protected readonly object Sync = new();
    protected int Tokens;
    protected DateTime LastRefill;

    protected RetryTokens(int tokens)
    {
        Tokens = tokens;
        LastRefill = DateTime.UtcNow;
    }

    public bool TryTake()
    {
        lock (Sync)
        {
            Refill(DateTime.UtcNow);
            if (Tokens == 0)
            {
                return false;
            }

            Tokens--;
            return true;
        }
    }

    protected abstract void Refill(DateTime now);
}

public sealed class AdaptiveRetryTokens : RetryTokens
{
    private readonly int _perSecond;

    public AdaptiveRetryTokens(int perSecond) : base(perSecond)
    {
        _perSecond = perSecond;
    }

    protected override void Refill(DateTime now)
    {
        var seconds = (int)(now - LastRefill).TotalSeconds;
        if (seconds > 0)
        {
            Tokens = Math.Min(_perSecond * 2, Tokens + seconds * _perSecond);
            LastRefill = now;
        }
    }

    public void OnServerBusy()
    {
        Tokens = Tokens / 2; // expect: INCONSISTENT_LOCK
    }
}

public sealed class RetryingClient
{
    private readonly AdaptiveRetryTokens _tokens = new(10);
    private readonly HttpClient _http;

    public RetryingClient(HttpClient http)
    {
        _http = http;
    }

    public async Task<string[]> GetAllAsync(IEnumerable<Uri> addresses)
    {
        var calls = addresses.Select(a => Task.Run(() => GetAsync(a)));
        return await Task.WhenAll(calls);
    }

    private async Task<string> GetAsync(Uri address)
    {
        while (true)
        {
            using var response = await _http.GetAsync(address);
            if (response.IsSuccessStatusCode)
            {
                return await response.Content.ReadAsStringAsync();
            }

            if ((int)response.StatusCode == 503)
            {
                _tokens.OnServerBusy();
            }

            if (!_tokens.TryTake())
            {
                return string.Empty;
            }

            await Task.Delay(100);
        }
    }
}
