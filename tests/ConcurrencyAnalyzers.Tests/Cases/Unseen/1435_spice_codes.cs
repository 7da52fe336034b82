// Spices get a code when they are first asked for; a spice that is known is only looked up. difficulty: medium
namespace Cabinet.C1435;

public sealed class SpiceCodes
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly SortedDictionary<string, string> _codes = new(StringComparer.Ordinal);

    public string CodeOf(string spice)
    {
        _rw.EnterUpgradeableReadLock();
        try
        {
            if (_codes.TryGetValue(spice, out var code))
            {
                return code;
            }
            code = $"{spice[..1]}{_codes.Count + 1:D3}";
            _rw.EnterWriteLock();
            try
            {
                _codes.Add(spice, code);
            }
            finally
            {
                _rw.ExitWriteLock();
            }
            return code;
        }
        finally
        {
            _rw.ExitUpgradeableReadLock();
        }
    }

    public string[] Known()
    {
        _rw.EnterReadLock();
        try
        {
            return _codes.Keys.ToArray();
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }
}
