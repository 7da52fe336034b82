// The key string is whatever the caller holds; equal strings may be one object or two.
namespace Cases.L026;

public class Mailboxes
{
    private readonly Dictionary<string, int> _counts = [];

    public void Deliver(string user)
    {
        lock (user) // expect: LOCK_MISUSE
        {
            _counts[user] = _counts.GetValueOrDefault(user) + 1; // expect: RACE?
        }
    }

    public void Many(string[] users) => Parallel.ForEach(users, Deliver);
}
