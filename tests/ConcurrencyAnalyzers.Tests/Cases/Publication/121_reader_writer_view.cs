// A read lock does not help who has left it.
namespace Cases.P121;

public sealed class Routes
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly List<string> _hops = [];

    public IReadOnlyList<string> Hops()
    {
        _lock.EnterReadLock();
        try
        {
            return _hops.AsReadOnly(); // expect: ESCAPES_LOCK
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Add(string hop)
    {
        _lock.EnterWriteLock();
        try
        {
            _hops.Add(hop);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
