// The lock is for the type and its heirs: whoever asks for the list cannot take it.
namespace Cases.S257;

public class Register
{
    protected readonly object Sync = new();
    private readonly List<string> _names = [];

    public IReadOnlyList<string> Names
    {
        get
        {
            lock (Sync)
            {
                return _names; // expect: ESCAPES_LOCK
            }
        }
    }

    public void Add(string name)
    {
        lock (Sync)
        {
            _names.Add(name);
        }
    }

    public void Remove(string name)
    {
        lock (Sync)
        {
            _names.Remove(name);
        }
    }
}
