// The lock covers the lookup, but the set that is found is the live one; the broadcast enumerates it while others join and leave. difficulty: hard
namespace Cases.U748;

public interface IChatConnection
{
    string Nick { get; }

    Task SendAsync(string text);
}

public sealed class RoomDirectory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, HashSet<IChatConnection>> _rooms = [];

    public bool Join(string room, IChatConnection connection)
    {
        lock (_gate)
        {
            if (!_rooms.TryGetValue(room, out var members))
            {
                members = [];
                _rooms.Add(room, members);
            }
            return members.Add(connection);
        }
    }

    public void Leave(string room, IChatConnection connection)
    {
        lock (_gate)
        {
            if (_rooms.TryGetValue(room, out var members) && members.Remove(connection) && members.Count == 0)
            {
                _rooms.Remove(room);
            }
        }
    }

    public IReadOnlyCollection<IChatConnection> MembersOf(string room)
    {
        lock (_gate)
        {
            if (_rooms.TryGetValue(room, out var members))
            {
                return members; // expect: ESCAPES_LOCK
            }
            return [];
        }
    }

    public string[] Rooms()
    {
        lock (_gate)
        {
            return [.. _rooms.Keys];
        }
    }
}

public sealed class ChatServer(RoomDirectory directory)
{
    public async Task BroadcastAsync(string room, IChatConnection sender, string text)
    {
        foreach (var member in directory.MembersOf(room)) // expect: ESCAPES_LOCK?, RACE?, INCONSISTENT_LOCK?
        {
            if (!ReferenceEquals(member, sender))
            {
                await member.SendAsync($"<{sender.Nick}> {text}");
            }
        }
    }
}
