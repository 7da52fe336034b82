// What leaves is never changed again: writers replace it.
namespace Cases.P114;

public sealed class Catalog
{
    private readonly object _gate = new();
    private string[] _titles = [];

    public IReadOnlyList<string> Titles
    {
        get
        {
            lock (_gate)
            {
                return _titles;
            }
        }
    }

    public void Add(string title)
    {
        lock (_gate)
        {
            var copy = new string[_titles.Length + 1];
            _titles.CopyTo(copy, 0);
            copy[^1] = title;
            _titles = copy;
        }
    }
}
