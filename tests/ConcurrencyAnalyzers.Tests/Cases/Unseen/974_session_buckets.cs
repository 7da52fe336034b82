// Eight locks for twelve buckets: keys of one bucket can pick different locks, so the bucket is changed by two threads. difficulty: hard
// Blind: which of the locks goes with which of the buckets is not worked out.
namespace Cases.U974;

public sealed class SessionBuckets
{
    private readonly object[] _locks = Enumerable.Range(0, 8).Select(_ => new object()).ToArray();
    private readonly HashSet<int>[] _buckets = Enumerable.Range(0, 12).Select(_ => new HashSet<int>()).ToArray();

    public bool Open(int session)
    {
        int hash = session & 0x7fffffff;
        lock (_locks[hash % _locks.Length])
        {
            return _buckets[hash % _buckets.Length].Add(session); // blind: INCONSISTENT_LOCK#1
        }
    }

    public bool Close(int session)
    {
        int hash = session & 0x7fffffff;
        lock (_locks[hash % _locks.Length])
        {
            return _buckets[hash % _buckets.Length].Remove(session); // blind: INCONSISTENT_LOCK#1
        }
    }

    public static int OpenAll(IEnumerable<int> sessions)
    {
        int opened = 0;
        var buckets = new SessionBuckets();
        Parallel.ForEach(sessions, session =>
        {
            if (buckets.Open(session))
            {
                Interlocked.Increment(ref opened);
            }
        });
        return opened;
    }
}
