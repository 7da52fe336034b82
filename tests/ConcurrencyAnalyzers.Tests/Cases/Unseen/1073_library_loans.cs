namespace Cases.L1073;

public sealed record Loan(string Isbn, DateOnly Due);

public sealed class LoanDesk
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, List<Loan>> _byMember = new();
    private readonly SortedSet<string> _blocked = new(StringComparer.Ordinal);

    public bool CheckOut(string member, string isbn, DateOnly due)
    {
        _rw.EnterWriteLock();
        try
        {
            if (_blocked.Contains(member))
            {
                return false;
            }
            if (!_byMember.TryGetValue(member, out var loans))
            {
                _byMember[member] = loans = new List<Loan>();
            }
            loans.Add(new Loan(isbn, due));
            return true;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public void Return(string member, string isbn)
    {
        _rw.EnterWriteLock();
        try
        {
            if (_byMember.TryGetValue(member, out var loans))
            {
                loans.RemoveAll(l => l.Isbn == isbn);
            }
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public IReadOnlyList<Loan> LoansOf(string member)
    {
        _rw.EnterReadLock();
        try
        {
            if (!_byMember.TryGetValue(member, out var loans))
            {
                return Array.Empty<Loan>();
            }
            return loans; // expect: ESCAPES_LOCK
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public void Block(string member)
    {
        _rw.EnterWriteLock();
        try
        {
            _blocked.Add(member);
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public IEnumerable<string> Blocked
    {
        get
        {
            _rw.EnterReadLock();
            try
            {
                return _blocked; // expect: ESCAPES_LOCK
            }
            finally
            {
                _rw.ExitReadLock();
            }
        }
    }
}
