// Two locks, but each guards its own state, and the method that needs both takes both, always in the same order. difficulty: medium
namespace Cases.U520;

public sealed class MailSpool
{
    private readonly Lock _inGate = new();
    private readonly Lock _outGate = new();
    private readonly Queue<string> _incoming = new();
    private readonly Queue<string> _outgoing = new();

    public void Receive(string mail)
    {
        lock (_inGate)
        {
            _incoming.Enqueue(mail);
        }
    }

    public bool TryTakeOutgoing(out string? mail)
    {
        lock (_outGate)
        {
            return _outgoing.TryDequeue(out mail);
        }
    }

    public void Forward()
    {
        lock (_inGate)
        {
            lock (_outGate)
            {
                while (_incoming.TryDequeue(out var mail))
                {
                    _outgoing.Enqueue(mail);
                }
            }
        }
    }
}
