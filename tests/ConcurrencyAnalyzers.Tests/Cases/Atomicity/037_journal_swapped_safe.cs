// The list is exchanged for a new one in the region that takes it.
namespace Cases.Atomicity.S037;

public sealed class Journal
{
    private readonly object _gate = new();
    private List<string> _entries = [];

    public void Write(string entry)
    {
        lock (_gate)
            _entries.Add(entry);
    }

    public void Flush(TextWriter target)
    {
        List<string> entries;
        lock (_gate)
        {
            entries = _entries;
            _entries = [];
        }

        foreach (var entry in entries)
            target.WriteLine(entry);
    }

    public string[] Copy()
    {
        lock (_gate)
        {
            var copy = _entries.ToArray();
            _entries.Clear();
            return copy;
        }
    }
}
