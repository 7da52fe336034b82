// A lobby server keeps the users of every room; connections join and leave on the threads of the pool. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U1649;

public sealed class PresenceIndex
{
    private readonly ConcurrentDictionary<string, HashSet<string>> _rooms = new(StringComparer.OrdinalIgnoreCase);

    public bool Enter(string room, string user)
    {
        var users = _rooms.GetOrAdd(room, _ => []);
        return users.Add(user); // expect: RACE
    }

    public bool Exit(string room, string user) =>
        _rooms.TryGetValue(room, out var users) && users.Remove(user); // expect: RACE

    public string[] Users(string room)
    {
        if (!_rooms.TryGetValue(room, out var users))
        {
            return [];
        }
        return users.Order().ToArray(); // expect: RACE?
    }
}

public sealed class LobbyConnection(PresenceIndex presence, string user)
{
    public async Task VisitAsync(IEnumerable<string> rooms)
    {
        string? current = null;
        foreach (var room in rooms)
        {
            if (current != null)
            {
                presence.Exit(current, user);
            }
            presence.Enter(room, user);
            current = room;
            await Task.Yield();
        }
    }
}

static class Program
{
    static async Task Main()
    {
        var presence = new PresenceIndex();
        string[] rooms = ["hall", "arena", "market", "hall"];
        var visits = Enumerable.Range(0, 50)
            .Select(i => new LobbyConnection(presence, $"user{i}"))
            .Select(connection => Task.Run(() => connection.VisitAsync(rooms)));
        await Task.WhenAll(visits);
        Console.WriteLine(presence.Users("hall").Length);
    }
}
