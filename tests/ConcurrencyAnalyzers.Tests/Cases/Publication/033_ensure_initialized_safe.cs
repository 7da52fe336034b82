// LazyInitializer keeps the first.
namespace Cases.P033;

public sealed class Ledger
{
    private readonly object _gate = new();
    private Dictionary<string, decimal>? _accounts;

    public void Book(string[] names) => Parallel.ForEach(names, name =>
    {
        var accounts = LazyInitializer.EnsureInitialized(ref _accounts, () => new Dictionary<string, decimal>());
        lock (_gate)
        {
            accounts[name] = 0;
        }
    });
}
