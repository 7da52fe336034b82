// The tasks change the count by Interlocked; the start-up task of the constructor is waited for before anything else runs.
namespace Cases.SharedState.S146;

public sealed class MailGate : IDisposable
{
    private readonly Action<string> _deliver;
    private readonly Timer _timer;
    private readonly Task _loading;
    private readonly List<string> _blocked = [];
    private int _left = 100;

    public MailGate(Action<string> deliver, Func<IEnumerable<string>> load)
    {
        _deliver = deliver;
        _loading = Task.Run(() => _blocked.AddRange(load()));
        _timer = new Timer(_ => Interlocked.Add(ref _left, 100), null, 60_000, 60_000);
    }

    public void Send(string to, string mail) => _ = Task.Run(async () =>
    {
        await _loading;
        if (!_blocked.Contains(to))
        {
            _deliver(mail);
            Interlocked.Decrement(ref _left);
        }
    });

    public void Dispose() => _timer.Dispose();
}
