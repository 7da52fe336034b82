// The list is replaced under the lock, the lock itself never; the drained list belongs to the sender alone. difficulty: medium
namespace Cases.U364;

public sealed record Mail(string To, string Subject);

public sealed class OutgoingMail
{
    private readonly object _gate = new();
    private List<Mail> _pending = [];
    private int _sent;

    public event Action<Mail>? Delivered;

    public void Post(Mail mail)
    {
        lock (_gate)
        {
            _pending.Add(mail);
        }
    }

    public int SendAll(Action<Mail> smtp)
    {
        List<Mail> batch;
        lock (_gate)
        {
            if (_pending.Count == 0)
            {
                return _sent;
            }
            batch = _pending;
            _pending = new List<Mail>(batch.Count);
        }

        batch.Sort((a, b) => string.CompareOrdinal(a.To, b.To));
        foreach (var mail in batch)
        {
            smtp(mail);
            Delivered?.Invoke(mail);
        }

        lock (_gate)
        {
            return _sent += batch.Count;
        }
    }
}
