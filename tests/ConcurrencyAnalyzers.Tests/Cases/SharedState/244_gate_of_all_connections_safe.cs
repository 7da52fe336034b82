// The nearest safe twins: one gate for what all share; an entry that goes only as the very object that was looked at, and is closed.
namespace Cases.S244;

public sealed class Connection : IDisposable
{
    private static readonly Dictionary<string, int> s_open = [];
    private static readonly object s_gate = new();
    private readonly string _tenant;

    private Connection(string tenant) => _tenant = tenant;

    public static Connection Open(string tenant)
    {
        var connection = new Connection(tenant);
        connection.Register();
        return connection;
    }

    private void Register()
    {
        lock (s_gate)
        {
            s_open[_tenant] = s_open.GetValueOrDefault(_tenant) + 1;
        }
    }

    public void Dispose()
    {
        lock (s_gate)
        {
            s_open[_tenant]--;
        }
    }
}

public sealed class Room
{
    private readonly object _gate = new();
    private readonly HashSet<string> _members = [];
    private bool _closed;

    public bool TryEnter(string user)
    {
        lock (_gate)
        {
            return !_closed && _members.Add(user);
        }
    }

    public bool CloseAfter(string user)
    {
        lock (_gate)
        {
            _members.Remove(user);
            return _closed |= _members.Count == 0;
        }
    }
}

public sealed class Rooms
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Room> _rooms = new();

    public void Enter(string name, string user)
    {
        while (!_rooms.GetOrAdd(name, _ => new Room()).TryEnter(user))
        {
            Thread.Yield();
        }
    }

    public void Leave(string name, string user)
    {
        if (_rooms.TryGetValue(name, out var room) && room.CloseAfter(user))
        {
            _rooms.TryRemove(new KeyValuePair<string, Room>(name, room));
        }
    }
}
