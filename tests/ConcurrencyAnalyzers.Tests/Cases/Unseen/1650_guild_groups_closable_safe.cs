// Guilds come into being with their first member and go with their last one. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U1650;

public sealed class Guild
{
    private readonly object _gate = new();
    private readonly HashSet<string> _members = [];
    private bool _closed;

    public bool TryJoin(string member)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }
            _members.Add(member);
            return true;
        }
    }

    public bool LeaveAndClose(string member)
    {
        lock (_gate)
        {
            _members.Remove(member);
            _closed |= _members.Count == 0;
            return _closed;
        }
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _members.Count;
            }
        }
    }
}

public sealed class GuildDirectory
{
    private readonly ConcurrentDictionary<string, Guild> _guilds = new();

    public void Join(string name, string member)
    {
        while (true)
        {
            var guild = _guilds.GetOrAdd(name, _ => new Guild());
            if (guild.TryJoin(member))
            {
                return;
            }
            _guilds.TryRemove(KeyValuePair.Create(name, guild));
        }
    }

    public void Leave(string name, string member)
    {
        if (_guilds.TryGetValue(name, out var guild) && guild.LeaveAndClose(member))
        {
            _guilds.TryRemove(KeyValuePair.Create(name, guild));
        }
    }

    public int CountOf(string name) => _guilds.TryGetValue(name, out var guild) ? guild.Count : 0;
}

static class Program
{
    static void Main()
    {
        var directory = new GuildDirectory();
        Parallel.For(0, 500, i =>
        {
            var member = $"player{i}";
            directory.Join("smiths", member);
            if (i % 2 == 0)
            {
                directory.Leave("smiths", member);
            }
        });
        Console.WriteLine(directory.CountOf("smiths"));
    }
}
