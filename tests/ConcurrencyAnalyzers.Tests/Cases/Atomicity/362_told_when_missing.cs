using System.Collections.Concurrent;
namespace Cases.C362;
// found missing, noted, then told to the world: told twice
public sealed class C1
{
    private readonly ConcurrentDictionary<string, DateTime> _banned = new();
    public event EventHandler<string>? Banned;
    public void Check(string who)
    {
        if (!_banned.ContainsKey(who))
        {
            _banned[who] = DateTime.UtcNow; // expect: CHECK_THEN_ACT#1
            Banned?.Invoke(this, who); // expect: CHECK_THEN_ACT#1
        }
    }
}
public sealed class C2
{
    private readonly ConcurrentDictionary<string, bool> _sent = new();
    private readonly Action<string> _send;
    public C2(Action<string> send) => _send = send;
    public void Notify(string who)
    {
        if (_sent.ContainsKey(who))
            return;
        _sent[who] = true; // expect: CHECK_THEN_ACT#2
        _send(who); // expect: CHECK_THEN_ACT#2
    }
}
public interface IMailer { void Send(string to, string text); }
public sealed class C3
{
    private readonly ConcurrentDictionary<string, DateTime> _welcomed = new();
    private readonly IMailer _mailer;
    public C3(IMailer mailer) => _mailer = mailer;
    public void Welcome(string who)
    {
        if (!_welcomed.TryGetValue(who, out _))
        {
            _mailer.Send(who, "welcome"); // expect: CHECK_THEN_ACT#3
            _welcomed[who] = DateTime.UtcNow; // expect: CHECK_THEN_ACT#3
        }
    }
}
public sealed class C4 // a guarded set, lock given back between
{
    private readonly object _gate = new();
    private readonly HashSet<string> _seen = new();
    private readonly IMailer _mailer;
    public C4(IMailer mailer) => _mailer = mailer;
    public void Welcome(string who)
    {
        bool known;
        lock (_gate)
            known = _seen.Contains(who);
        if (known)
            return;
        lock (_gate)
            _seen.Add(who); // expect: CHECK_THEN_ACT#4
        _mailer.Send(who, "welcome"); // expect: CHECK_THEN_ACT#4
    }
    public int Count { get { lock (_gate) return _seen.Count; } }
}
