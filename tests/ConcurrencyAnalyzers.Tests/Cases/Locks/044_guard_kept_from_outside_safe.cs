// Members and those that reach in from outside take one lock.
namespace Cases.L044;

public sealed class Port
{
    private readonly object _gate = new();
    private readonly Dictionary<int, string> _guests = new();
    private readonly List<string> _log = new();

    public void Leave(int id)
    {
        lock (_gate)
        {
            _guests.Remove(id);
        }
    }

    public string[] All()
    {
        lock (_gate)
        {
            var all = new string[_guests.Count];
            _guests.Values.CopyTo(all, 0);
            return all;
        }
    }

    /// <summary>For its one builder.</summary>
    public void Note(string line) => _log.Add(line);

    internal static void Accept(int id, string name, Port port)
    {
        lock (port._gate)
        {
            port._guests.Add(id, name);
        }
    }

    internal static void Clear(Port port)
    {
        lock (port._gate)
        {
            port._guests.Clear();
        }
    }

    /// <summary>A copy that nobody else has seen yet needs no lock.</summary>
    internal static Port Copy(Port port)
    {
        var copy = new Port();
        lock (port._gate)
        {
            foreach (var guest in port._guests)
                copy._guests.Add(guest.Key, guest.Value);
        }

        return copy;
    }
}
