// The property takes the lock and then gives the guarded list itself away: callers walk through it while SignIn adds to it. difficulty: easy
namespace Cases.U431;

public sealed class VisitorBook
{
    private readonly object _gate = new();
    private readonly List<string> _visitors = [];

    public List<string> Visitors
    {
        get
        {
            lock (_gate)
            {
                return _visitors; // expect: ESCAPES_LOCK
            }
        }
    }

    public void SignIn(string name)
    {
        lock (_gate)
        {
            _visitors.Add(name);
        }
    }
}
