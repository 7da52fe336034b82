// Pages belong to one transaction; the lock is there for the header, which all transactions change when they commit.
namespace Cases.R094;

public sealed class Header
{
    public int LastPage;

    public int Transaction;
}

public sealed class Transaction(Header header, int id)
{
    private readonly Header _header = header;
    private readonly List<int> _written = new();

    public void Change(int page)
    {
        if (page % 1000 == 0)
            Persist(page);
    }

    public int Commit()
    {
        lock (_header)
        {
            _header.Transaction = id;
            Persist(id);
            foreach (var page in _written)
                _header.LastPage = Math.Max(_header.LastPage, page);
            return _written.Count;
        }
    }

    public int Finish()
    {
        lock (_header)
        {
            _header.LastPage++;
            Persist(id);
            return _written.Count;
        }
    }

    private void Persist(int page) => _written.Add(page);
}
