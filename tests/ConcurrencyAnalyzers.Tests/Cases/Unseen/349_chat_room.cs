// Join and Leave use different lock objects for the same set, so they do not exclude each other. difficulty: medium
namespace Cases.U349;

public sealed class ChatRoom
{
    private readonly object _joinLock = new();
    private readonly object _leaveLock = new();
    private readonly HashSet<string> _members = new(StringComparer.OrdinalIgnoreCase);

    public bool Join(string nick)
    {
        lock (_joinLock)
        {
            return _members.Add(nick); // expect: INCONSISTENT_LOCK#1, RACE?
        }
    }

    public bool Leave(string nick)
    {
        lock (_leaveLock)
        {
            return _members.Remove(nick); // expect: INCONSISTENT_LOCK#1, RACE?
        }
    }
}
