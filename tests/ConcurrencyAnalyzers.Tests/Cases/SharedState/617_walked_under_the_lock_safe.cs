// What a helper yields is walked before the lock is given back, or it walks a copy, or takes the lock itself.
namespace WalkedUnderTheLockSafe;

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

    public string[] LongNames()
    {
        lock (_gate)
        {
            return Long().ToArray();
        }
    }

    public int CountShort()
    {
        lock (_gate)
        {
            return Short(_names, 5).Count();
        }
    }

    public IEnumerable<string> ShortNames()
    {
        lock (_gate)
        {
            return Short(_names.ToList(), 5);
        }
    }

    public IEnumerable<string> Greetings()
    {
        lock (_gate)
        {
            return Greet(_names.Count);
        }
    }

    private static IEnumerable<string> Greet(int count)
    {
        for (int i = 0; i < count; i++)
        {
            yield return "ahoy";
        }
    }

    private IEnumerable<string> Long()
    {
        foreach (var name in _names)
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
