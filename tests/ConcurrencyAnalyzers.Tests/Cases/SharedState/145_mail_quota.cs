// Every mail is delivered by a task of its own, and a timer gives new quota: all change the same count.
namespace Cases.SharedState.S145;

public sealed class MailGate : IDisposable
{
    private readonly Action<string> _deliver;
    private readonly Timer _timer;
    private int _left = 100;

    public MailGate(Action<string> deliver)
    {
        _deliver = deliver;
        _timer = new Timer(_ => _left += 100, null, 60_000, 60_000); // expect: RACE?
    }

    public void Send(string mail) => _ = Task.Run(() =>
    {
        _deliver(mail);
        _left--; // expect: RACE
    });

    public void Dispose() => _timer.Dispose();
}
