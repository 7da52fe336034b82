// The private helper relies on the lock that each of its callers holds.
namespace Cases.S013;

public sealed class FerryManifest
{
    private readonly object _sync = new();
    private readonly List<string> _passengers = [];

    public void Board(string name)
    {
        lock (_sync)
        {
            if (!Has(name))
            {
                _passengers.Add(name);
            }
        }
    }

    public bool IsAboard(string name)
    {
        lock (_sync)
        {
            return Has(name);
        }
    }

    public void LoadAll(string[] names) =>
        Parallel.Invoke(
            () => { foreach (var n in names) Board(n); },
            () => { foreach (var n in names) IsAboard(n); });

    private bool Has(string name) => _passengers.Contains(name);
}
