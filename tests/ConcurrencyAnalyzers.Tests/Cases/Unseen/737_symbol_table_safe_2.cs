// Lookups use the upgradeable lock and write only after upgrading; pure reads use the read lock. difficulty: medium
namespace Cases.U737;

public sealed class SymbolTable : IDisposable
{
    private readonly ReaderWriterLockSlim _rw = new(LockRecursionPolicy.NoRecursion);
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    public int Intern(string name)
    {
        _rw.EnterUpgradeableReadLock();
        try
        {
            if (_indexes.TryGetValue(name, out int known))
            {
                return known;
            }

            _rw.EnterWriteLock();
            try
            {
                int index = _names.Count;
                _names.Add(name);
                _indexes.Add(name, index);
                return index;
            }
            finally
            {
                _rw.ExitWriteLock();
            }
        }
        finally
        {
            _rw.ExitUpgradeableReadLock();
        }
    }

    public string NameOf(int index)
    {
        _rw.EnterReadLock();
        try
        {
            return _names[index];
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public void Dispose() => _rw.Dispose();
}

public static class Lexer
{
    public static int[][] InternAll(IReadOnlyList<string> sources, SymbolTable symbols)
    {
        var tokens = new int[sources.Count][];
        Parallel.For(0, sources.Count, i =>
        {
            tokens[i] = sources[i].Split(' ').Select(symbols.Intern).ToArray();
        });
        return tokens;
    }
}
