namespace Cases.C373;
public interface IAuthority { string Renew(string host); int Clock { get; } }
public sealed class R1 : IDisposable // one shot, rearmed at its end
{
    private readonly IAuthority _authority;
    private readonly string[] _hosts;
    private readonly Timer _timer;
    private int _next;
    public R1(IAuthority a, string[] hosts)
    {
        _authority = a; _hosts = hosts;
        _timer = new Timer(static s => ((R1)s!).RenewNext(), this, Timeout.Infinite, Timeout.Infinite);
    }
    public void Start() => _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    private void RenewNext()
    {
        var host = _hosts[_next];
        _authority.Renew(host);
        _next = (_next + 1) % _hosts.Length;
        _timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
    }
    public void Dispose() => _timer.Dispose();
}
public sealed class R2 // short work
{
    private readonly Timer _timer;
    private int _ticks;
    public R2() => _timer = new Timer(_ => _ticks++, null, 0, 1000);
}
public sealed class R3 // a property of an interface, a short question
{
    private readonly IAuthority _authority;
    private readonly Timer _timer;
    private int _last;
    public R3(IAuthority a) { _authority = a; _timer = new Timer(_ => _last = _authority.Clock + _last, null, 0, 1000); }
}
public sealed class R4 // lets one in
{
    private readonly IAuthority _authority;
    private readonly Timer _timer;
    private readonly List<string> _issued = new();
    private int _busy;
    public R4(IAuthority a) { _authority = a; _timer = new Timer(Tick, null, 0, 50); }
    private void Tick(object? state)
    {
        if (Interlocked.Exchange(ref _busy, 1) == 1) return;
        try { _issued.Add(_authority.Renew("x")); }
        finally { Volatile.Write(ref _busy, 0); }
    }
}
