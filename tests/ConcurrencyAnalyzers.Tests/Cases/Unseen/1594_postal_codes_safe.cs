// Loads the postal codes when the first address is checked.
namespace Cases.U1594;

public sealed class PostalCodes(Func<IEnumerable<(string Code, string Town)>> load)
{
    private readonly object _sync = new();
    private Dictionary<string, string> _townOf = [];
    private volatile bool _loaded;

    public bool Matches(string code, string town)
    {
        EnsureLoaded();
        return _townOf.TryGetValue(code, out var expected)
            && string.Equals(expected, town, StringComparison.OrdinalIgnoreCase);
    }

    private void EnsureLoaded()
    {
        if (_loaded)
        {
            return;
        }
        lock (_sync)
        {
            if (_loaded)
            {
                return;
            }
            _townOf = ReadAll();
            _loaded = true;
        }
    }

    private Dictionary<string, string> ReadAll()
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, town) in load())
        {
            table[code] = town;
        }
        return table;
    }
}

public sealed record Address(string Street, string Code, string Town);

public static class AddressCheck
{
    public static int CountWrong(PostalCodes codes, IEnumerable<Address> addresses)
    {
        int wrong = 0;
        Parallel.ForEach(addresses, address =>
        {
            if (!codes.Matches(address.Code, address.Town))
            {
                Interlocked.Increment(ref wrong);
            }
        });
        return wrong;
    }
}
