using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace RealCode340;

public sealed class Sessions
{
    private readonly Dictionary<string, int> _open = [];

    internal void Add(string name)
    {
        lock (_open)
            _open[name] = 1;
    }

    internal bool Remove(string name)
    {
        lock (_open)
            return _open.Remove(name);
    }

    internal int Count(string name)
    {
        lock (_open)
            return _open.TryGetValue(name, out var count) ? count : 0;
    }
}

public sealed class Server
{
    internal Sessions Sessions { get; } = new();

    internal void Enter(string name) => Sessions.Add(name);

    internal bool Leave(string name) => Sessions.Remove(name);

    internal Task<int> CountAsync(string name) => Task.FromResult(Sessions.Count(name));
}

public static class Servers
{
    internal static readonly ConcurrentDictionary<string, Server> All = new();
}

// Whichever server it is: the sessions come by the same way as the lock that they take themselves.
public sealed class Gate
{
    public Task EnterAsync(string server, string name)
    {
        Servers.All[server].Enter(name);
        return Task.CompletedTask;
    }

    public Task LeaveAsync(string server, string name)
    {
        Servers.All[server].Leave(name);
        return Task.CompletedTask;
    }
}
