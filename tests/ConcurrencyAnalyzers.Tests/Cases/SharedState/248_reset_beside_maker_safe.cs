// The maker goes on with a variable of its own: what is taken away meanwhile it does not miss.
namespace Cases.S248;

public sealed class Link(string host)
{
    public string Host { get; } = host;
}

public sealed class LinkHolder(Func<string, Task<Link>> open)
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private volatile Link? _link;

    public async Task<Link> GetAsync(string host)
    {
        await _opening.WaitAsync();
        try
        {
            var link = _link;
            if (link is null)
            {
                link = await open(host);
                _link = link;
            }

            return link;
        }
        finally
        {
            _opening.Release();
        }
    }

    public void Reset() => _link = null;
}

public sealed class PatientHolder(Func<string, Link> open)
{
    private readonly object _opening = new();
    private Link? _link;

    public Link Get(string host)
    {
        lock (_opening)
        {
            if (_link is null)
            {
                _link = open(host);
            }

            return _link;
        }
    }

    public void Reset()
    {
        lock (_opening)
        {
            _link = null;
        }
    }
}

public sealed class LastingHolder(Func<string, Link> open) : IDisposable
{
    private readonly object _opening = new();
    private Link? _link;

    public Link Get(string host)
    {
        lock (_opening)
        {
            if (_link is null)
            {
                _link = open(host);
            }

            return _link;
        }
    }

    public void Shutdown() => _link = null;

    public void Dispose() => _link = null;
}
