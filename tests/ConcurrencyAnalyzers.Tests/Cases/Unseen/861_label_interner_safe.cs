// The check is made under the upgradeable lock, which only one thread can hold, and it is kept until the entry is in. difficulty: medium
namespace Cases.U861;

public sealed class LabelInterner : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, int> _ids = [];
    private readonly List<string> _labels = [];

    public int IdOf(string label)
    {
        _lock.EnterUpgradeableReadLock();
        try
        {
            if (_ids.TryGetValue(label, out var id))
            {
                return id;
            }

            _lock.EnterWriteLock();
            try
            {
                id = _labels.Count;
                _labels.Add(label);
                _ids.Add(label, id);
                return id;
            }
            finally
            {
                _lock.ExitWriteLock();
            }
        }
        finally
        {
            _lock.ExitUpgradeableReadLock();
        }
    }

    public string LabelOf(int id)
    {
        _lock.EnterReadLock();
        try
        {
            return _labels[id];
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Dispose() => _lock.Dispose();
}
