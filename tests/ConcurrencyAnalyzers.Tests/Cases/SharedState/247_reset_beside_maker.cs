// The semaphore keeps two openers apart; Reset takes the link away between the look at it and its return.
namespace Cases.S247;

public sealed class Link(string host)
{
    public string Host { get; } = host;
}

public sealed class LinkHolder(Func<string, Task<Link>> open)
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private Link? _link;

    public async Task<Link> GetAsync(string host)
    {
        await _opening.WaitAsync();
        try
        {
            if (_link is null)
            {
                _link = await open(host);
            }

            return _link;
        }
        finally
        {
            _opening.Release();
        }
    }

    public void Reset() => _link = null; // expect: INCONSISTENT_LOCK
}
