// No lock guards the list, and no thread changes it after construction.
namespace Cases.P124;

public sealed class Anthology
{
    private readonly object _gate = new();
    private readonly List<string> _poems = [];
    private int _reads;

    public Anthology(IEnumerable<string> poems)
    {
        foreach (string poem in poems)
        {
            _poems.Add(poem);
        }
    }

    public IReadOnlyList<string> Poems => _poems;

    public void Read()
    {
        lock (_gate)
        {
            _reads++;
        }
    }

    public int Reads()
    {
        lock (_gate)
        {
            return _reads;
        }
    }
}
