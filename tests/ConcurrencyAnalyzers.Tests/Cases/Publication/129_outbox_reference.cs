// The lock is held while the reference is copied, not while what it stands for is written.
using System.Text.Json;

namespace Cases.Publication.S129;

public sealed class Outbox(Action<string> send, Action<IReadOnlyCollection<string>> store)
{
    private readonly object _gate = new();
    private readonly List<string> _letters = [];
    private readonly Dictionary<string, int> _stamps = [];

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
            letters = _letters; // expect: ESCAPES_LOCK
        }
        send(JsonSerializer.Serialize(letters)); // expect: ESCAPES_LOCK?
    }

    public void Store()
    {
        IReadOnlyCollection<string> kinds;
        lock (_gate)
        {
            kinds = _stamps.Keys; // expect: ESCAPES_LOCK
        }
        store(kinds); // expect: ESCAPES_LOCK?
    }
}
