// Entries written between the copy and the clearing are lost.
namespace Cases.Atomicity.S036;

public sealed class Journal
{
    private readonly object _gate = new();
    private readonly List<string> _entries = [];

    public void Write(string entry)
    {
        lock (_gate)
            _entries.Add(entry);
    }

    public void Flush(TextWriter target)
    {
        string[] entries;
        lock (_gate)
            entries = _entries.ToArray();
        foreach (var entry in entries)
            target.WriteLine(entry);
        lock (_gate)
        {
            _entries.Clear(); // expect: CHECK_THEN_ACT
        }
    }
}
