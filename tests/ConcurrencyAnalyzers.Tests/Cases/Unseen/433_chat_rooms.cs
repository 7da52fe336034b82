// Keys is a live view of the guarded dictionary: enumerating it after the lock was released throws when a room is opened meanwhile. difficulty: medium
namespace Cases.U433;

public sealed class ChatRooms
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _members = new(StringComparer.OrdinalIgnoreCase);

    public void Enter(string room)
    {
        lock (_gate)
        {
            _members[room] = _members.GetValueOrDefault(room) + 1;
        }
    }

    public void Close(string room)
    {
        using (_gate.EnterScope())
        {
            _members.Remove(room);
        }
    }

    public IReadOnlyCollection<string> RoomNames()
    {
        lock (_gate)
        {
            return _members.Keys; // expect: ESCAPES_LOCK
        }
    }
}
