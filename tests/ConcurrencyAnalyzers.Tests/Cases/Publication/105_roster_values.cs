// Values is a view: it changes, and throws, as the dictionary changes.
namespace Cases.P105;

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
                return _players.Values; // expect: ESCAPES_LOCK
            }
        }
    }

    public ICollection<int> Numbers()
    {
        lock (_gate)
        {
            var numbers = _players.Keys;
            return numbers; // expect: ESCAPES_LOCK
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
