// The view is copied before the lock is left.
namespace Cases.P106;

public sealed class Roster
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, string> _players = [];

    public IEnumerable<string> Names
    {
        get
        {
            lock (_gate)
            {
                return _players.Values.ToArray();
            }
        }
    }

    public ICollection<int> Numbers()
    {
        lock (_gate)
        {
            var numbers = _players.Keys;
            return [.. numbers];
        }
    }

    public Dictionary<int, string> All()
    {
        lock (_gate)
        {
            return _players.ToDictionary(static pair => pair.Key, static pair => pair.Value);
        }
    }

    public void Sign(int number, string name)
    {
        lock (_gate)
        {
            _players[number] = name;
        }
    }
}
