// Enqueue guards the queue with _writeGate, Drain with _readGate: two different locks exclude nothing. difficulty: medium
namespace Cases.U519;

public sealed class MailSpool
{
    private readonly Lock _writeGate = new();
    private readonly Lock _readGate = new();
    private readonly Queue<string> _mails = new();

    public void Enqueue(string mail)
    {
        lock (_writeGate)
        {
            _mails.Enqueue(mail); // expect: INCONSISTENT_LOCK#1, RACE?
        }
    }

    public int Drain(Action<string> send)
    {
        var ready = new List<string>();
        lock (_readGate)
        {
            while (_mails.TryDequeue(out var mail)) // expect: INCONSISTENT_LOCK#1, RACE?
            {
                ready.Add(mail);
            }
        }
        ready.ForEach(send);
        return ready.Count;
    }
}
