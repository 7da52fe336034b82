// The private helpers take no lock themselves, but every caller holds it. difficulty: medium
namespace Cases.U348;

public sealed class JobLedger
{
    private readonly Lock _gate = new();
    private readonly SortedList<int, string> _open = [];
    private readonly Stack<string> _history = new();
    private int _nextId = 1;

    public int Open(string title)
    {
        lock (_gate)
        {
            int id = TakeId();
            _open.Add(id, title);
            Remember("opened", id);
            return id;
        }
    }

    public bool Close(int id)
    {
        lock (_gate)
        {
            if (!_open.Remove(id))
            {
                return false;
            }
            Remember("closed", id);
            return true;
        }
    }

    public string[] History()
    {
        lock (_gate)
        {
            return [.. _history];
        }
    }

    private int TakeId() => _nextId++;

    private void Remember(string what, int id)
    {
        Trim();
        _history.Push($"{what} #{id}");
    }

    private void Trim()
    {
        if (_history.Count > 1000)
        {
            _history.Clear();
        }
    }
}
