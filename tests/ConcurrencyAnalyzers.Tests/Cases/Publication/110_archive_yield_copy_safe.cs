// The walk is over a copy.
namespace Cases.P110;

public sealed class Archive
{
    private readonly object _gate = new();
    private readonly List<string> _pages = [];

    public void File(string page)
    {
        lock (_gate)
        {
            _pages.Add(page);
        }
    }

    public IEnumerable<string> Pages()
    {
        string[] pages;
        lock (_gate)
        {
            pages = [.. _pages];
        }

        foreach (string page in pages)
        {
            yield return page;
        }
    }
}
