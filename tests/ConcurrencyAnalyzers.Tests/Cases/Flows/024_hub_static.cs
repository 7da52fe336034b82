// Hub objects are fresh for every call; the static table is not.
using Microsoft.AspNetCore.SignalR;

namespace Cases.F024;

public sealed class ChatHub : Hub
{
    private static readonly Dictionary<string, string> s_users = new();
    private readonly List<string> _sent = [];

    public override Task OnConnectedAsync()
    {
        s_users[Context.ConnectionId] = "new"; // expect: RACE
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        s_users.Remove(Context.ConnectionId); // expect: RACE
        return base.OnDisconnectedAsync(exception);
    }

    public async Task Send(string text)
    {
        _sent.Add(text);
        await Clients.All.SendAsync("message", text);
    }
}
