// The old total is read before the await and written after it: the harvests of the others are lost.
namespace Cases.Atomicity.S046;

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
        _total += await weigh(field); // expect: RACE
    }
}
