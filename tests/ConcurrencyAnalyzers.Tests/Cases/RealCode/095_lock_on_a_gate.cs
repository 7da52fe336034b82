// The nearest wrong one: the lock guards nothing but the pages, and one way to them does without it.
namespace Cases.R095;

public sealed class Transaction
{
    private readonly object _gate = new();
    private readonly List<int> _written = new();

    public void Change(int page) => Persist(page);

    public int Commit()
    {
        lock (_gate)
        {
            Persist(0);
            return _written.Count;
        }
    }

    public int Finish()
    {
        lock (_gate)
        {
            Persist(1);
            return _written.Count;
        }
    }

    private void Persist(int page) => _written.Add(page); // expect: INCONSISTENT_LOCK
}
