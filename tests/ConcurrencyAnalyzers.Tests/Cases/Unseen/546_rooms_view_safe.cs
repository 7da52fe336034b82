// The views are over copies made under the lock, so nobody outside ever holds the guarded collections. difficulty: medium
namespace Cases.U546;

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
                return _rooms.ToList().AsReadOnly();
            }
        }
    }

    public IReadOnlyDictionary<string, string> Guests()
    {
        Dictionary<string, string> copy;
        lock (_sync)
        {
            copy = new Dictionary<string, string>(_guests);
        }
        return copy;
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
