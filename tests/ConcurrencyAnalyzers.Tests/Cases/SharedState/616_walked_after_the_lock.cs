// A helper that yields has not begun when it returns: the guarded list is walked when the caller walks the result, after the lock.
namespace WalkedAfterTheLock;

public sealed class CrewRoster
{
    private readonly object _gate = new();
    private readonly List<string> _names = new();

    public void Sign(string name)
    {
        lock (_gate)
        {
            _names.Add(name);
        }
    }

    public void Leave(string name)
    {
        lock (_gate)
        {
            _names.Remove(name);
        }
    }

    public IEnumerable<string> LongNames()
    {
        lock (_gate)
        {
            return Long(); // expect: ESCAPES_LOCK
        }
    }

    public IEnumerable<string> ShortNames()
    {
        lock (_gate)
        {
            return Short(_names, 5); // expect: ESCAPES_LOCK
        }
    }

    private IEnumerable<string> Long()
    {
        foreach (var name in _names) // expect: INCONSISTENT_LOCK?
        {
            if (name.Length > 5)
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<string> Short(List<string> names, int length)
    {
        foreach (var name in names)
        {
            if (name.Length <= length)
            {
                yield return name;
            }
        }
    }
}
