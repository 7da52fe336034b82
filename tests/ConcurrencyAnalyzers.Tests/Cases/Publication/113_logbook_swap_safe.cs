// The full list is handed over; the log goes on with a new one.
namespace Cases.P113;

public sealed class Logbook
{
    private readonly object _gate = new();
    private List<string> _entries = [];

    public void Write(string entry)
    {
        lock (_gate)
        {
            _entries.Add(entry);
        }
    }

    public List<string> Take()
    {
        lock (_gate)
        {
            var entries = _entries;
            _entries = [];
            return entries;
        }
    }
}
