// The lock is handed out beside the list, for callers to take while they read; or a copy leaves.
namespace Cases.S258;

public class Register
{
    private readonly List<string> _names = [];

    public object SyncRoot { get; } = new();

    public IReadOnlyList<string> Names
    {
        get
        {
            lock (SyncRoot)
            {
                return _names;
            }
        }
    }

    public void Add(string name)
    {
        lock (SyncRoot)
        {
            _names.Add(name);
        }
    }
}

public class CopyingRegister
{
    protected readonly object Sync = new();
    private readonly List<string> _names = [];

    public IReadOnlyList<string> Names
    {
        get
        {
            lock (Sync)
            {
                return _names.ToArray();
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
}
