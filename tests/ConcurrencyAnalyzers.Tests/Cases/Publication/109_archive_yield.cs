// The consumer runs under the lock, and whoever stops in the middle of the walk keeps it.
namespace Cases.P109;

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
        lock (_gate)
        {
            foreach (string page in _pages)
            {
                yield return page; // expect: ESCAPES_LOCK
            }
        }
    }
}
