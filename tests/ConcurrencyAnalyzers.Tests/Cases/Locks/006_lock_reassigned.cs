// The list that is locked is replaced: two threads may hold two different locks.
namespace Cases.L006;

public class Outbox
{
    private List<string> _mails = [];

    public void Put(string mail)
    {
        lock (_mails) // expect: LOCK_MISUSE
        {
            _mails.Add(mail);
        }
    }

    public List<string> Flush()
    {
        lock (_mails) // expect: LOCK_MISUSE
        {
            var all = _mails;
            _mails = []; // expect: RACE?, INCONSISTENT_LOCK?
            return all;
        }
    }

    public void Work(string[] mails) => Parallel.Invoke(
        () => Array.ForEach(mails, Put),
        () => Flush());
}
