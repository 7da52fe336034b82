// AsReadOnly and Keys are live views of guarded collections: the caller enumerates them while others book under the lock. difficulty: medium
namespace Cases.U545;

public sealed class RoomPlan
{
    private readonly object _sync = new();
    private readonly List<string> _rooms = [];
    private readonly Dictionary<string, string> _guests = [];

    public IReadOnlyList<string> Rooms
    {
        get
        {
            lock (_sync)
            {
                return _rooms.AsReadOnly(); // expect: ESCAPES_LOCK
            }
        }
    }

    public IEnumerable<string> Guests()
    {
        lock (_sync)
        {
            return _guests.Keys; // expect: ESCAPES_LOCK
        }
    }

    public void Book(string room, string guest)
    {
        lock (_sync)
        {
            _rooms.Add(room);
            _guests[guest] = room;
        }
    }
}
