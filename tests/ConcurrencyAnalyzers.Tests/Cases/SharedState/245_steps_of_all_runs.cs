// Every run walks the same steps from the first to the last: they meet at each of them.
namespace Cases.S245;

public abstract class Step
{
    public abstract void Visit(int amount);
}

public sealed class Total : Step
{
    public decimal Sum { get; private set; }

    public override void Visit(int amount)
    {
        Sum += amount; // expect: RACE
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
    public List<string> Labels { get; } = [];
}

public sealed class Store
{
    private readonly List<Shelf> _shelves = [];

    public void Build(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _shelves.Add(new Shelf());
        }
    }

    public async Task LabelAsync()
    {
        await Task.WhenAll(Task.Run(() => Label("left")), Task.Run(() => Label("right")));
    }

    private void Label(string side)
    {
        foreach (var shelf in _shelves)
        {
            shelf.Labels.Add(side); // expect: RACE
        }
    }
}
