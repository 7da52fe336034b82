// The gate stays and what it guards is renewed; or a gate is made once, where there is none.
namespace Cases.S254;

public sealed class Tray
{
    private readonly object _gate = new();
    private Queue<string> _letters = new();

    public void Put(string letter)
    {
        lock (_gate)
        {
            _letters.Enqueue(letter);
        }
    }

    public Queue<string> Take()
    {
        lock (_gate)
        {
            var taken = _letters;
            _letters = new();
            return taken;
        }
    }
}

public sealed class Shelf
{
    private readonly List<string> _books = [];
    private object? _gate;

    public void Add(string book)
    {
        if (_gate is null)
        {
            Interlocked.CompareExchange(ref _gate, new object(), null);
        }

        lock (_gate)
        {
            _books.Add(book);
        }
    }
}

public sealed class Ledger
{
    private readonly Dictionary<string, int> _sums = [];
    private object _gate = new();

    public Ledger()
    {
    }

    public Ledger(object gate) => _gate = gate;

    public void Add(string name, int sum)
    {
        lock (_gate)
        {
            _sums[name] = sum;
        }
    }

    public int? Find(string name)
    {
        lock (_gate)
        {
            return _sums.TryGetValue(name, out var sum) ? sum : null;
        }
    }
}
