// The weight is waited for first, the total changed in one step.
namespace Cases.Atomicity.S047;

public sealed class Harvest(Func<string, Task<int>> weigh)
{
    private int _total;

    public async Task<int> AllAsync(IEnumerable<string> fields)
    {
        await Task.WhenAll(fields.Select(AddAsync));
        return _total;
    }

    private async Task AddAsync(string field)
    {
        var weight = await weigh(field);
        Interlocked.Add(ref _total, weight);
    }
}
