// A rack of postcards for many customers: looking at a motif also moves it to the front of the recently seen ones. difficulty: hard
namespace Cabinet.C1390;

public sealed class PostcardRack(int remembered)
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, byte[]> _cards = [];
    private readonly LinkedList<string> _recent = new();

    public void Add(string motif, byte[] picture)
    {
        _rw.EnterWriteLock();
        try
        {
            _cards[motif] = picture;
            _recent.AddFirst(motif);
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public byte[]? Look(string motif)
    {
        _rw.EnterReadLock();
        try
        {
            if (!_cards.TryGetValue(motif, out var picture))
            {
                return null;
            }
            _recent.Remove(motif); // expect: INCONSISTENT_LOCK#1, RACE?, SYNC_PRIMITIVE?
            _recent.AddFirst(motif); // expect: INCONSISTENT_LOCK#1, RACE?, SYNC_PRIMITIVE?
            return picture;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public string[] Recent()
    {
        _rw.EnterReadLock();
        try
        {
            return _recent.Take(remembered).ToArray(); // expect: RACE?
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }
}
