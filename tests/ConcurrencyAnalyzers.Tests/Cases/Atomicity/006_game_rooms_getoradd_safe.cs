// GetOrAdd gives both players the room that is in the dictionary.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S006;

public sealed class Room
{
    private readonly List<string> _players = [];

    public void Enter(string player)
    {
        lock (_players)
        {
            _players.Add(player);
        }
    }
}

public sealed class Rooms
{
    private readonly ConcurrentDictionary<string, Room> _rooms = new();

    public Room Open(string name)
    {
        if (!_rooms.TryGetValue(name, out var room))
        {
            room = _rooms.GetOrAdd(name, static _ => new Room());
        }

        return room;
    }

    public bool TryOpen(string name)
    {
        if (_rooms.ContainsKey(name))
        {
            return false;
        }

        return _rooms.TryAdd(name, new Room());
    }

    public Room Renew(string name)
    {
        var room = new Room();
        if (!_rooms.TryAdd(name, room))
        {
            _rooms[name] = room;
        }

        return room;
    }
}
