namespace Blind.C1204;

public interface IDirectoryServer
{
    TimeSpan Refresh(string host);
}

public sealed class LeaseRefresher : IAsyncDisposable
{
    private readonly IDirectoryServer _server;
    private readonly string[] _hosts;
    private readonly Dictionary<string, TimeSpan> _leases = new();
    private readonly Timer _timer;
    private volatile bool _stopped;
    private int _next;
    private int _failures;

    public LeaseRefresher(IDirectoryServer server, string[] hosts)
    {
        _server = server;
        _hosts = hosts;
        _timer = new Timer(static s => ((LeaseRefresher)s!).RefreshNext(), this, Timeout.Infinite, Timeout.Infinite);
    }

    public void Start() => _timer.Change(0, Timeout.Infinite);

    private void RefreshNext()
    {
        var wait = TimeSpan.FromSeconds(1);
        try
        {
            var host = _hosts[_next];
            _leases[host] = _server.Refresh(host);
            _next = (_next + 1) % _hosts.Length;
            _failures = 0;
            wait = _leases.Values.Min() / 2;
        }
        catch (IOException)
        {
            _failures++;
            wait *= Math.Min(_failures, 30);
        }

        if (!_stopped)
        {
            try
            {
                _timer.Change(wait, Timeout.InfiniteTimeSpan);
            }
            catch (ObjectDisposedException)
            {
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _stopped = true;
        await _timer.DisposeAsync();
    }
}
