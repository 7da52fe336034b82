// Readers take the lock, the writer forgot it.
namespace Cases.S012;

public sealed class FerryManifest
{
    private readonly object _sync = new();
    private readonly List<string> _passengers = [];
    private int _cars;

    public int Cars
    {
        get
        {
            lock (_sync)
            {
                return _cars;
            }
        }
    }

    public void Board(string name)
    {
        lock (_sync)
        {
            _passengers.Add(name);
        }
    }

    public void Park()
    {
        lock (_sync)
        {
            _cars++;
        }
    }

    public bool IsAboard(string name) => _passengers.Contains(name); // expect: INCONSISTENT_LOCK

    public void LoadAll(string[] names, int cars)
    {
        Parallel.Invoke(
            () => { foreach (var n in names) Board(n); },
            () => { for (int i = 0; i < cars; i++) Park(); },
            () => { foreach (var n in names) IsAboard(n); });
    }
}
