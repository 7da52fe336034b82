// The read lock is released before the write lock is taken and the check is not repeated, so two threads register the same subject and the second Add throws. difficulty: hard
namespace Cases.U849;

public sealed record Schema(int Id, string Subject, string Text);

public sealed class SchemaRegistry
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, Schema> _bySubject = [];
    private int _lastId;

    public Schema GetOrRegister(string subject, Func<string, string> generate)
    {
        _lock.EnterReadLock();
        try
        {
            if (_bySubject.TryGetValue(subject, out var known)) // expect: CHECK_THEN_ACT?
            {
                return known;
            }
        }
        finally
        {
            _lock.ExitReadLock();
        }

        var text = generate(subject);
        _lock.EnterWriteLock(); // expect: CHECK_THEN_ACT?
        try
        {
            var schema = new Schema(++_lastId, subject, text);
            _bySubject.Add(subject, schema); // expect: CHECK_THEN_ACT
            return schema;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public bool Forget(string subject)
    {
        _lock.EnterWriteLock();
        try
        {
            return _bySubject.Remove(subject);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
