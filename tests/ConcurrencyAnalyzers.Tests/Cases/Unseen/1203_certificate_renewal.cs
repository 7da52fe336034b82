namespace Blind.C1203;

public interface IAuthority
{
    string Renew(string host);
}

public sealed class CertificateRenewer : IAsyncDisposable
{
    private readonly IAuthority _authority;
    private readonly string[] _hosts;
    private readonly Dictionary<string, string> _issued = new();
    private readonly Timer _timer;
    private int _next;

    public CertificateRenewer(IAuthority authority, string[] hosts)
    {
        _authority = authority;
        _hosts = hosts;
        _timer = new Timer(static s => ((CertificateRenewer)s!).RenewNext(), this, Timeout.Infinite, Timeout.Infinite);
    }

    public void Start() => _timer.Change(TimeSpan.Zero, TimeSpan.FromMilliseconds(100));

    private void RenewNext()
    {
        var host = _hosts[_next]; // expect: RACE#1
        var certificate = _authority.Renew(host);
        _issued[host] = certificate; // expect: RACE
        _next = (_next + 1) % _hosts.Length; // expect: RACE#1
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
    }
}
