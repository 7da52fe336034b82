// The tracker is registered as a singleton behind an interface: all requests change its one dictionary of plain sets. difficulty: medium
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.U483;

public interface IPresence
{
    int Join(string room, string user);

    void Leave(string room, string user);
}

public sealed class PresenceTracker : IPresence
{
    private readonly Dictionary<string, HashSet<string>> _rooms = [];

    public int Join(string room, string user)
    {
        if (!_rooms.TryGetValue(room, out var users)) // expect: RACE#1
        {
            users = [];
            _rooms[room] = users; // expect: RACE#1
        }
        users.Add(user); // expect: RACE?
        return users.Count; // expect: RACE?
    }

    public void Leave(string room, string user)
    {
        if (_rooms.TryGetValue(room, out var users)) // expect: RACE#1
        {
            users.Remove(user); // expect: RACE?
        }
    }
}

[ApiController]
[Route("rooms/{room}/users/{user}")]
public sealed class PresenceController(IPresence presence) : ControllerBase
{
    [HttpPut]
    public int Put(string room, string user) => presence.Join(room, user);

    [HttpDelete]
    public void Delete(string room, string user) => presence.Leave(room, user);
}

public static class PresenceModule
{
    public static void Register(IServiceCollection services) => services.AddSingleton<IPresence, PresenceTracker>();
}
