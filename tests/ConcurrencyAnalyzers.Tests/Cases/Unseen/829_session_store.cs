// Find moves the LRU node while it holds only the shared read lock, so two readers relink the list at the same time. difficulty: hard
namespace Cases.U829;

public sealed record Session(string Id, string User);

public sealed class SessionStore(int capacity)
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, LinkedListNode<Session>> _byId = [];
    private readonly LinkedList<Session> _recent = new();

    public Session? Find(string id)
    {
        _lock.EnterReadLock();
        try
        {
            if (!_byId.TryGetValue(id, out var node))
            {
                return null;
            }
            if (node != _recent.First) // expect: RACE?, INCONSISTENT_LOCK?
            {
                _recent.Remove(node); // expect: RACE#1, INCONSISTENT_LOCK?
                _recent.AddFirst(node); // expect: RACE#1, INCONSISTENT_LOCK?
            }
            return node.Value;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Put(Session session)
    {
        _lock.EnterWriteLock();
        try
        {
            if (_byId.Remove(session.Id, out var old))
            {
                _recent.Remove(old);
            }
            _byId[session.Id] = _recent.AddFirst(session);
            if (_byId.Count > capacity)
            {
                _byId.Remove(_recent.Last!.Value.Id);
                _recent.RemoveLast();
            }
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
