// Looks up plants while the user types, but only when nothing has been typed for a moment. difficulty: hard
namespace Cabinet.C1381;

public sealed class PlantSearchBox : IDisposable
{
    private readonly object _gate = new();
    private readonly Timer _quiet;
    private readonly Action<string> _search;
    private readonly List<string> _history = [];
    private string _typed = "";

    public PlantSearchBox(Action<string> search)
    {
        _search = search;
        _quiet = new Timer(_ => OnQuiet());
    }

    public void Type(string text)
    {
        lock (_gate)
        {
            _typed = text;
            _quiet.Change(TimeSpan.FromMilliseconds(300), Timeout.InfiniteTimeSpan);
        }
    }

    public string[] History()
    {
        lock (_gate)
        {
            return _history.ToArray();
        }
    }

    public void Dispose() => _quiet.Dispose();

    private void OnQuiet()
    {
        string text;
        lock (_gate)
        {
            text = _typed;
        }
        if (text.Length > 2)
        {
            _history.Add(text); // expect: INCONSISTENT_LOCK, RACE?
            _search(text);
        }
    }
}
