// Work done outside the lock: who comes second writes the same text again.
namespace Cases.Atomicity.S038;

public sealed class Phrasebook
{
    private readonly object _gate = new();
    private readonly Dictionary<string, string> _phrases = [];
    private string? _title;

    public string Translate(string phrase)
    {
        lock (_gate)
        {
            if (_phrases.TryGetValue(phrase, out var known))
                return known;
        }

        var translated = new string(phrase.Reverse().ToArray());
        lock (_gate)
        {
            _phrases[phrase] = translated;
        }

        return translated;
    }

    public string Title()
    {
        lock (_gate)
        {
            if (_title != null)
                return _title;
        }

        var title = string.Join(" ", "a", "b");
        lock (_gate)
            _title = title;
        return title;
    }
}
