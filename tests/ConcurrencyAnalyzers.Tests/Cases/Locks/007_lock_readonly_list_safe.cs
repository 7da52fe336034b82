// A private readonly collection that never leaves the type may serve as its own lock.
namespace Cases.L007;

public class Outbox
{
    private readonly List<string> _mails = [];

    public void Put(string mail)
    {
        lock (_mails)
        {
            _mails.Add(mail);
        }
    }

    public string[] Flush()
    {
        lock (_mails)
        {
            var all = _mails.ToArray();
            _mails.Clear();
            return all;
        }
    }

    public void Work(string[] mails) => Parallel.Invoke(
        () => Array.ForEach(mails, Put),
        () => Flush());
}
