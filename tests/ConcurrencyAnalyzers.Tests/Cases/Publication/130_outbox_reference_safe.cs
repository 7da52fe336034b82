// A copy; a list that is swapped for a new one; and a use that is over before the lock is given back.
using System.Text.Json;

namespace Cases.Publication.S130;

public sealed class Outbox(Action<string> send, Action<IReadOnlyCollection<string>> store)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _stamps = [];
    private List<string> _letters = [];

    public void Put(string letter, string stamp)
    {
        lock (_gate)
        {
            _letters.Add(letter);
            _stamps[stamp] = _stamps.GetValueOrDefault(stamp) + 1;
        }
    }

    public void Mail()
    {
        List<string> letters;
        lock (_gate)
        {
            letters = _letters;
            _letters = [];
        }
        send(JsonSerializer.Serialize(letters));
    }

    public void Store()
    {
        IReadOnlyCollection<string> kinds;
        lock (_gate)
        {
            kinds = _stamps.Keys.ToArray();
        }
        store(kinds);
    }

    public void Log()
    {
        string text;
        lock (_gate)
        {
            var stamps = _stamps;
            text = JsonSerializer.Serialize(stamps);
        }
        send(text);
    }
}
