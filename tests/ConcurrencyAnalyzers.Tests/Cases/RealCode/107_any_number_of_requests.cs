// The nearest wrong one: what it waits for can be asked for any number of times at once.
namespace Cases.R107;

public sealed class Reporter(HttpClient http)
{
    private readonly object _gate = new();
    private int _waiting;
    private bool _isClosed;

    public async Task SendAsync(CancellationToken cancellation)
    {
        var sent = _waiting;
        await http.GetStringAsync("https://example.com/" + sent, cancellation);
        _waiting = _waiting - sent; // expect: NON_ATOMIC?
        _waiting -= await CountAsync(); // expect: NON_ATOMIC
    }

    private async Task<int> CountAsync() => (await http.GetStringAsync("https://example.com")).Length;

    public void Close()
    {
        lock (_gate)
            _isClosed = true;
    }

    public bool IsClosed
    {
        get
        {
            lock (_gate)
                return _isClosed;
        }
    }
}
