// The base class starts one task per item; the override in the derived class adds to plain collections without knowing it. difficulty: hard
namespace Cases.U321;

public abstract class BatchJob<TItem>
{
    public async Task RunAsync(IEnumerable<TItem> items)
    {
        await Task.WhenAll(items.Select(item => Task.Run(() => Handle(item))));
        Completed();
    }

    protected abstract void Handle(TItem item);

    protected virtual void Completed()
    {
    }
}

public sealed class AddressImport(Func<string, bool> isValid) : BatchJob<string>
{
    private readonly Dictionary<string, int> _perCity = [];
    private readonly List<string> _rejected = [];

    public string Summary { get; private set; } = "not run";

    protected override void Handle(string row)
    {
        if (!isValid(row))
        {
            _rejected.Add(row); // expect: RACE
            return;
        }
        var city = row[(row.LastIndexOf(',') + 1)..];
        _perCity[city] = _perCity.GetValueOrDefault(city) + 1; // expect: RACE
    }

    protected override void Completed() => Summary = $"{_perCity.Count} cities, {_rejected.Count} rejected";
}
