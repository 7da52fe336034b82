// The registry asks its sessions under a lock, and sessions call the registry back; but a session is also opened by its user,
// who holds nothing.
namespace Cases.L036;

public sealed class Registry
{
    private readonly object _sessionGate = new();
    private readonly object _nameGate = new();
    private readonly Dictionary<string, Session> _names = new();
    private readonly List<Session> _sessions = new();

    public Session Open()
    {
        var session = new Session(this);
        lock (_sessionGate)
        {
            _sessions.Add(session);
        }

        return session;
    }

    public void StopAll()
    {
        lock (_sessionGate)
        {
            foreach (var session in _sessions)
                session.Stop();
        }
    }

    internal bool Register(string name, Session session)
    {
        if (_names.ContainsKey(name)) // expect: INCONSISTENT_LOCK?
            return false;
        _names[name] = session; // expect: INCONSISTENT_LOCK
        return true;
    }

    internal void Unregister(string name)
    {
        lock (_nameGate)
        {
            _names.Remove(name);
        }
    }

    internal Session? Find(string name)
    {
        lock (_nameGate)
        {
            return _names.TryGetValue(name, out var session) ? session : null;
        }
    }

    internal void Rename(string from, string to)
    {
        lock (_nameGate)
        {
            if (_names.Remove(from, out var session))
                _names[to] = session;
        }
    }
}

public sealed class Session
{
    private readonly Registry _registry;

    internal Session(Registry registry) => _registry = registry;

    public bool Bind(string name) => _registry.Register(name, this);

    public void Unbind(string name) => _registry.Unregister(name);

    public void Move(string from, string to) => _registry.Rename(from, to);

    public Session? Peer(string name) => _registry.Find(name);

    internal void Stop()
    {
    }
}
