// Receive and Ship lock, the report walks the same dictionary without the lock: the walk throws when an article is added. difficulty: easy
namespace Cases.U945;

public sealed class WarehouseStock
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _pieces = [];

    public void Receive(string article, int count)
    {
        lock (_gate)
        {
            _pieces[article] = _pieces.GetValueOrDefault(article) + count;
        }
    }

    public bool Ship(string article, int count)
    {
        lock (_gate)
        {
            if (_pieces.GetValueOrDefault(article) < count)
            {
                return false;
            }
            _pieces[article] -= count;
            return true;
        }
    }

    public string Report()
    {
        return string.Join(", ", _pieces.Select(p => $"{p.Key}: {p.Value}")); // expect: INCONSISTENT_LOCK, RACE?
    }
}
