// Two players who open the same room get two rooms; one of them waits alone.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S005;

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
            room = new Room();
            _rooms[name] = room; // expect: CHECK_THEN_ACT
        }

        return room;
    }

    public void Enter(string name, string player)
    {
        if (!_rooms.ContainsKey(name))
        {
            var room = new Room();
            _rooms.TryAdd(name, room); // expect: CHECK_THEN_ACT
            room.Enter(player);
        }
    }
}
