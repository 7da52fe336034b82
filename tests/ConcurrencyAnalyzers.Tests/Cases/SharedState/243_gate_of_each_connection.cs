// Each object locks its own gate around what all objects share, also where it was made a moment ago.
namespace Cases.S243;

public sealed class Connection : IDisposable
{
    private static readonly Dictionary<string, int> s_open = [];
    private readonly object _gate = new();
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
        lock (_gate) // expect: LOCK_MISUSE?
        {
            s_open[_tenant] = s_open.GetValueOrDefault(_tenant) + 1; // expect: INCONSISTENT_LOCK
        }
    }

    public void Dispose()
    {
        lock (_gate) // expect: LOCK_MISUSE?
        {
            s_open[_tenant]--; // expect: INCONSISTENT_LOCK?
        }
    }
}

public sealed class Room
{
    private readonly object _gate = new();
    private readonly HashSet<string> _members = [];

    public void Enter(string user)
    {
        lock (_gate)
        {
            _members.Add(user);
        }
    }

    public int Leave(string user)
    {
        lock (_gate)
        {
            _members.Remove(user);
            return _members.Count;
        }
    }
}

public sealed class Rooms
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Room> _rooms = new();

    public void Enter(string name, string user) => _rooms.GetOrAdd(name, _ => new Room()).Enter(user);

    public void Leave(string name, string user)
    {
        if (_rooms.TryGetValue(name, out var room) && room.Leave(user) == 0)
        {
            _rooms.TryRemove(name, out _); // expect: CHECK_THEN_ACT
        }
    }
}
