// Between seeing the room empty and removing it another user may join: that member sits in a room nobody can find any more. difficulty: hard
// Blind: what a value holds decides that its key goes: the two are different states.
using System.Collections.Concurrent;

namespace Cases.U771;

public sealed class ChatRoom(string name)
{
    public string Name { get; } = name;

    public ConcurrentDictionary<string, DateTime> Members { get; } = new();
}

public sealed class ChatServer
{
    private readonly ConcurrentDictionary<string, ChatRoom> _rooms = new();

    public int RoomCount => _rooms.Count;

    public Task ServeAsync(IEnumerable<string> users, string room, Func<string, Task> chat) =>
        Task.WhenAll(users.Select(user => Task.Run(async () =>
        {
            Join(room, user);
            try
            {
                await chat(user);
            }
            finally
            {
                Leave(room, user);
            }
        })));

    private void Join(string name, string user)
    {
        ChatRoom room = _rooms.GetOrAdd(name, key => new ChatRoom(key)); // expect: CHECK_THEN_ACT?
        room.Members[user] = DateTime.UtcNow; // expect: CHECK_THEN_ACT?
    }

    private void Leave(string name, string user)
    {
        if (_rooms.TryGetValue(name, out ChatRoom? room) && room.Members.TryRemove(user, out _))
        {
            CloseIfEmpty(room);
        }
    }

    private void CloseIfEmpty(ChatRoom room)
    {
        if (room.Members.IsEmpty)
        {
            _rooms.TryRemove(room.Name, out _); // blind: CHECK_THEN_ACT
        }
    }
}
