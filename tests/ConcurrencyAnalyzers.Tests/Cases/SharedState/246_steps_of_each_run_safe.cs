// The nearest safe twins: a lock of each step; a group for each run; a walk that only reads what runs change elsewhere.
namespace Cases.S246;

public abstract class Step
{
    public abstract void Visit(int amount);
}

public sealed class Total : Step
{
    private readonly Lock _gate = new();
    private decimal _sum;

    public override void Visit(int amount)
    {
        lock (_gate)
        {
            _sum += amount;
        }
    }
}

public sealed class Runner(IReadOnlyList<Step> steps)
{
    public void Run(IEnumerable<int> amounts) => Parallel.ForEach(amounts, amount =>
    {
        foreach (var step in steps)
        {
            step.Visit(amount);
        }
    });
}

public sealed class Shelf
{
    public int Books { get; set; }
    public int Free { get; set; }
}

public sealed class Store
{
    private readonly List<List<Shelf>> _rooms = [];
    private readonly List<Shelf> _all = [];

    public void Add(List<Shelf> room)
    {
        _rooms.Add(room);
        _all.AddRange(room);
    }

    public void Tidy() => Parallel.ForEach(_rooms, room =>
    {
        foreach (var shelf in room)
        {
            shelf.Books++;
        }
    });

    public void TidyByNumber() => Parallel.For(0, _rooms.Count, number =>
    {
        foreach (var shelf in _rooms[number])
        {
            shelf.Books++;
        }
    });

    public void Lock() => Parallel.For(0, 4, _ =>
    {
        foreach (var shelf in _all)
        {
            lock (shelf)
            {
                shelf.Free++;
            }
        }
    });

    public void One() => Parallel.Invoke(
        () =>
        {
            foreach (var shelf in _all)
            {
                shelf.Books++;
            }
        },
        () =>
        {
            foreach (var shelf in _all)
            {
                shelf.Free++;
            }
        });
}
