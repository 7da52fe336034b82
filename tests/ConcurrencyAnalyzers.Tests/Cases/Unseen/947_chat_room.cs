// The property takes the lock but returns the list itself: callers enumerate it while Join and Leave change it. difficulty: easy
namespace Cases.U947;

public sealed class ChatRoom
{
    private readonly object _gate = new();
    private readonly List<string> _members = [];

    public IReadOnlyList<string> Members
    {
        get
        {
            lock (_gate)
            {
                return _members; // expect: ESCAPES_LOCK
            }
        }
    }

    public void Join(string name)
    {
        lock (_gate)
        {
            _members.Add(name);
        }
    }

    public void Leave(string name)
    {
        lock (_gate)
        {
            _members.Remove(name);
        }
    }
}
