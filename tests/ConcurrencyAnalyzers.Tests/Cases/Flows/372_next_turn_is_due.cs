namespace Cases.C372;
public interface IAuthority { string Renew(string host); Task<string> RenewAsync(string host); }
public sealed class R1 : IDisposable
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
    public void Start() => _timer.Change(TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
    private void RenewNext()
    {
        var host = _hosts[_next]; // expect: RACE#1
        _authority.Renew(host);
        _next = (_next + 1) % _hosts.Length; // expect: RACE#1
    }
    public void Dispose() => _timer.Dispose();
}
public sealed class R2
{
    private readonly IAuthority _authority;
    private readonly Timer _timer;
    private readonly List<string> _issued = new();
    public R2(IAuthority a)
    {
        _authority = a;
        _timer = new Timer(Tick, null, 0, 50);
    }
    private void Tick(object? state)
    {
        var text = _authority.Renew("x");
        _issued.Add(text); // expect: RACE
    }
}
public sealed class R3
{
    private readonly IAuthority _authority;
    private readonly System.Timers.Timer _timer = new(100);
    private int _count;
    public R3(IAuthority a)
    {
        _authority = a;
        _timer.Elapsed += async (_, _) =>
        {
            await _authority.RenewAsync("x");
            _count++; // expect: RACE
        };
        _timer.Start();
    }
}
public sealed class R4
{
    private readonly Timer _timer;
    private readonly Dictionary<string, string> _pages = new();
    private readonly HttpClient _client = new();
    public R4() => _timer = new Timer(_ => Load(), null, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    private void Load()
    {
        var page = _client.GetStringAsync("http://x").GetAwaiter().GetResult();
        _pages["x"] = page; // expect: RACE
    }
}
